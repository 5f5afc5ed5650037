"""Type and space are set from the scales in tokens.css: no size, margin, padding or gap is a length of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from casebook.core.folders import THEME, component_files
from casebook.render.paper.text_fit import STEPS

TOKENS = (THEME / "style/tokens.css").read_text()
KNOWN = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", TOKENS))
SHEETS = [*component_files(".css"), *(path for path in sorted(THEME.glob("style/*.css")) if path.name != "tokens.css")]

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAGE = re.compile(r"@page\b[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""The margins of paper itself: a page box knows no custom properties, so its lengths stay as they are."""
SCALED = re.compile(
    r"(?<![\w-])(?P<name>font(?:-size)?|(?:margin|padding)(?:-[a-z-]+)?|(?:grid-)?(?:row-|column-)?gap)\s*:(?P<value>[^;{}]+)"
)
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
LENGTH = re.compile(r"(?<![\w.-])[-+]?(?:\d+\.?\d*|\.\d+)[a-z]+\b", re.IGNORECASE)
SIZE_WORD = re.compile(r"(?<![\w-])(?:(?:xx?-|xxx-)?(?:small|large)|smaller|larger|medium)(?![\w-])")


def scaled(text: str) -> Iterator[tuple[str, str]]:
    """Every declaration of a size or a space: its property and its value."""
    for match in SCALED.finditer(PAGE.sub("", COMMENT.sub("", text))):
        yield match["name"], match["value"].strip()


def off_scale(text: str) -> Iterator[str]:
    """The declarations with a length, a word for a size or a variable that tokens.css does not name."""
    for name, value in scaled(text):
        bare = VARIABLE.sub("", value)
        strange = set(VARIABLE.findall(value)) - set(KNOWN)
        if LENGTH.search(bare) or SIZE_WORD.search(bare) or strange:
            yield f"{name}: {value}"


def rems(prefix: str) -> list[float]:
    """The steps of a scale, in their order in tokens.css."""
    return [float(size) for size in re.findall(rf"{prefix}-?\d+:\s*([\d.]+)rem;", TOKENS)]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sizes_and_spaces_are_tokens(path: Path):
    assert list(off_scale(path.read_text())) == [], "use a step of the scales in hooks/theme/style/tokens.css"


def test_there_is_something_to_look_at():
    assert sum(len(list(scaled(path.read_text()))) for path in SHEETS) > 800


@pytest.mark.parametrize(
    "declaration",
    [
        "font-size: 1rem", "font-size: .9em", "font-size: 12PX", "font-size: smaller", "font: 600 1.15rem/1.3 var(--serif)",
        "margin: 0 auto 3px", "margin-top: -1px", "margin-inline: 1ch", "padding: var(--space-1) 2mm", "padding-block-end: 4pt",
        "gap: 0 .75rem", "row-gap: 1em", "column-gap: 2rem", "grid-gap: 1px", "margin: calc(var(--space-1) + 1px)",
        "padding: clamp(1rem, 4vw, 2rem)", "margin: var(--my-own)", "margin: var(--space-1, 3px)",
    ],
)  # fmt: skip
def test_a_bare_length_is_noticed(declaration):
    assert list(off_scale(f"p {{ color: red; {declaration}; }}")) == [declaration]
    assert list(off_scale(f"@media print {{ p {{ {declaration} }} }}")) == [declaration]


@pytest.mark.parametrize(
    "declaration",
    [
        "font-size: 0", "font-size: 100%", "font-size: inherit", "font-size: var(--smaller)", "font: 600 var(--step-1)/1.3 "
                                                                                              "var(--serif)",
        "font: inherit", "margin: 0 auto", "margin: calc(-1 * var(--hairline))", "padding: max(var(--space-1), 5%)",
        "gap: 0 var(--space-3)", "scroll-margin: 3rem", "width: 3rem", "border-width: 1px", "font-family: var(--sans)",
    ],
)  # fmt: skip
def test_what_is_on_the_scale_is_let_pass(declaration):
    assert list(off_scale(f"p {{ {declaration} }}")) == []


def test_the_margins_of_paper_itself_are_let_pass():
    assert list(off_scale("@page wall { margin: 14mm; @bottom-left { font: 9pt sans-serif; } } p { margin: 1mm }")) == [
        "margin: 1mm"
    ]


@pytest.mark.parametrize(("prefix", "most"), [("--step-", 9), ("--space-", 12)])
def test_each_scale_rises_and_is_short(prefix, most):
    steps = rems(prefix)
    assert 1 < len(steps) <= most
    assert all(smaller < larger for smaller, larger in pairwise(steps))


def test_every_token_for_size_and_space_is_used():
    text = "".join(path.read_text() for path in SHEETS)
    prefixes = ("--step-", "--space-", "--paper-", "--fits-", "--picture-")
    assert [name for name in KNOWN if name.startswith(prefixes) and f"var({name})" not in text] == []


def test_sheets_are_printed_in_the_sizes_in_which_they_are_reckoned():
    fits = {name.removeprefix("--fits-"): size for name, size in KNOWN.items() if name.startswith("--fits-")}
    assert fits == {step.name: f"{step.points:g}pt" for step in STEPS}
