"""How wide words are before a browser or a renderer sets them: in the widest of the fonts that may be chosen."""

from __future__ import annotations

from collections.abc import Iterator

NARROW, MIDDLE, WIDE = frozenset("iljtfr.,:;'’‘|!()[]- "), 0.64, frozenset("mwMW@%—…")
"""Letters of DejaVu Sans, as a share of its size: narrow ones take 0.41 at most, m, M and W up to 1, the rest
about 0.64."""
CAPITAL = 0.78
BOLD = 1.13
"""How much wider the bold of a font is; DejaVu Serif Bold, for titles, is as wide as that."""


def width(words: str, *, bold: bool = False) -> float:
    """The width of words in ems."""
    letters = sum(_letter(sign) for sign in words)
    return letters * (BOLD if bold else 1)


def _letter(sign: str) -> float:
    if sign in NARROW:
        return 0.41
    if sign in WIDE:
        return 1.0
    return CAPITAL if sign.isupper() else MIDDLE if sign < "\u1100" else 1.0


def wrapped(words: str, ems: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Words in lines of so many ems, and no more lines than that: the last one ends in an ellipsis where more would
    follow, and a word that is wider than a line is cut.
    """
    lines = list(_lines(words.split(), ems, bold))
    if len(lines) <= most and all(width(line, bold=bold) <= ems for line in lines):
        return tuple(lines)
    kept = lines[:most]
    more = len(lines) > most
    return tuple(_cut(line, ems, bold, more and index == most - 1) for index, line in enumerate(kept))


def _lines(words: list[str], ems: float, bold: bool) -> Iterator[str]:
    """Lines that are as full as they may be; a word that is too wide has a line of its own."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width(longer, bold=bold) > ems:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _cut(line: str, ems: float, bold: bool, more: bool) -> str:
    """A line that fits, with an ellipsis where something is left out."""
    if not more and width(line, bold=bold) <= ems:
        return line
    while line and width(f"{line}…", bold=bold) > ems:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return f"{line.rstrip(' ,;:')}…"
