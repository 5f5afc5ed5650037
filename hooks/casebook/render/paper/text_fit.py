"""How large the words of a sheet may be set so that they fit one side of A4: reckoned before printing, in the widest
font that a browser may choose.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

HIGH, WIDE = 268 * 72 / 25.4, 182 * 72 / 25.4
"""The room inside the margins of a sheet, in points."""
LETTER, BOLD_LETTER, SERIF_LETTER = 0.545, 0.61, 0.63
"""The mean width of a letter of English text in DejaVu Sans, its bold, and the bold of DejaVu Serif, as a share of the
size."""
LINE = 1.34
SPARE, SPARE_LINES = 14.0, 1.5
"""Points kept free at the foot, or in large type so many lines: the reckoning may be a line short."""
LARGE_POINTS = 14.0
"""From so many points on, type is large."""


@dataclass(frozen=True)
class FitStep:
    """One of the sizes in which a sheet is set: the name in its class, and the points."""

    name: str
    points: float


STEPS = (FitStep("large", 12), FitStep("middle", 11), FitStep("small", 10), FitStep("tight", 9.2))


class TextColumn:
    """What is set one below the other on a sheet: how high it is so far.

    Widths and heights are in ems of the sheet's size.
    """

    __slots__ = ("height", "points", "width")

    def __init__(self, points: float, width: float | None = None) -> None:
        self.points = points
        self.width = WIDE / points if width is None else width
        self.height = 0.0

    def narrower(self, width: float) -> TextColumn:
        """An empty column in it, so many ems wide."""
        return TextColumn(self.points, width)

    def text(
        self,
        words: str,
        *,
        scale: float = 1,
        letter: float = LETTER,
        indent: float = 0,
        line: float = LINE,
        after: float = 0.45,
    ) -> None:
        """A paragraph or a heading, `scale` times the sheet's size."""
        self.height += lines(words, (self.width - indent) / scale, letter) * line * scale + after

    def space(self, height: float) -> None:
        """Room that holds no words."""
        self.height += height

    @property
    def left(self) -> float:
        """The points that are left on the side."""
        spare = SPARE if self.points < LARGE_POINTS else SPARE_LINES * LINE * self.points
        return HIGH - spare - self.height * self.points


def lines(words: str, width: float, letter: float = LETTER) -> int:
    """How many lines the words take in a column of so many ems. Each line loses half a word at its end."""
    whole = len(words) * letter
    return 1 if whole <= width else max(2, math.ceil(whole / max(width - 2.2 * letter, letter)))


def largest(
    fill: Callable[[TextColumn], object], need: float = 0, steps: tuple[FitStep, ...] = STEPS
) -> tuple[FitStep, float]:
    """The largest step at which what `fill` sets leaves `need` points, and the points that are left there; the smallest
    where none does.
    """
    for step in steps:
        column = TextColumn(step.points)
        fill(column)
        if column.left >= need:
            break
    return step, column.left
