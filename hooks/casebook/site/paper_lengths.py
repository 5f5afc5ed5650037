"""Writes the lengths of paper out in the built style sheets.

In tokens.css each has a name, so that a length which the estimate of a sheet rests on is a token like any other. They
never change while a page is open. So a visitor's browser gets 4pt in place of var(--paper-4pt), and no list of seventy
names.
"""

from __future__ import annotations

import re

_DECLARED = re.compile(r"(--paper-[0-9][\w-]*):\s*([^;{}]+);")
_USED = re.compile(r"var\((--paper-[0-9][\w-]*)\)")


def write_out(sheet: str, tokens: str) -> str:
    """The style sheet with the lengths of paper that the tokens name in the place of their names.

    Raises KeyError for a name that the tokens do not have.
    """
    lengths = {name: value.strip() for name, value in _DECLARED.findall(tokens)}
    return _USED.sub(lambda use: lengths[use[1]], _DECLARED.sub("", sheet))
