"""Sets the colours of both schemes apart, so that browsers which do not know light-dark() read them too.

In tokens.css a colour is written once: light-dark(#fbfaf6, #14181d). The style sheet has the light ones for everybody,
and the dark ones where the device asks for them, unless the visitor chose otherwise, and where the visitor did.
"""

from __future__ import annotations

import re

_BOTH = re.compile(r"(--[\w-]+):\s*light-dark\(([^,()]+),\s*([^,()]+)\);")


def in_both_schemes(tokens: str) -> str:
    """The tokens with the light colours in place, and the dark ones after them, for the screen alone."""
    dark = "".join(f"{name}: {value.strip()};\n" for name, _, value in _BOTH.findall(tokens))
    light = _BOTH.sub(r"\1: \2;", tokens)
    before, paper, rest = light.partition("@media print")
    chosen = (
        "@media screen and (prefers-color-scheme: dark) {\n"
        f':root:not([data-scheme="light"]) {{\n{dark}}}\n}}\n'
        f'@media screen {{\n:root[data-scheme="dark"] {{\ncolor-scheme: dark;\n{dark}}}\n}}\n'
        ':root[data-scheme="light"] {\ncolor-scheme: light;\n}\n'
    )
    return before + chosen + paper + rest
