"""How a plan is divided into sides of paper: what to prepare, then the minutes, which are turned over at a break where
they can be, so that the words are large enough to be read while standing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from casebook.render.paper.sheet_layout import SETTINGS, Box, Setting, SheetStyle
from casebook.render.paper.text_fit import SERIF_LETTER, STEPS, FitStep, TextColumn

T = TypeVar("T")

ON_PAPER = SheetStyle(
    {
        "ul": Setting(columns=2, indent=1, after=0.67),
        "ol": Setting(after=0.67),
        "facts": Setting(beside=(), after=0.4),
        "facts div": Setting(beside=()),
        "minutes li": Setting(beside=(7.5, 0), after=0.4),
        "minutes p": Setting(after=0.15),
        "minutes h3": Setting(scale=1.05, letter=SERIF_LETTER, after=0.1),
        "at span": Setting(),
        "say": Setting(indent=0.7, after=0.15),
    }
)
"""The measures of session_plan.css for paper."""
_LIST = ON_PAPER.own["ol"].after
"""The ems below a list of steps: once on each side, however many steps it holds."""
SIZES = tuple(step for step in STEPS if step.points >= 11)
"""The sizes that can be read while standing: a plan takes as many sides as the smallest of them needs."""


@dataclass(frozen=True)
class Sides:
    """A plan divided: the name of the step in which it is set, and the place of the step that begins each side after
    the first.
    """

    size: str
    turns: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many sides of paper the plan takes."""
        return len(self.turns) + 1

    def of(self, steps: Sequence[T]) -> list[Sequence[T]]:
        """The steps on each side; those on the first stand below what is to be prepared, and may be none."""
        ends = [*self.turns, len(steps)]
        return [steps[start:end] for start, end in zip([0, *self.turns], ends, strict=True)]


def arranged(
    title: str,
    before: str,
    steps: Sequence[str],
    breaks: Collection[int] = (),
    after: str = "",
    around: float = 0,
    kept_free: float = 0,
) -> Sides:
    """A plan on as few sides as can be read easily, and as large as they allow.

    `before` is the HTML of what is to be prepared, `steps` that of each step alone, `after` what follows the last. A
    side begins after one of the `breaks` (the places of the steps after them) where it can. `around` are the ems that
    the page adds to the first side, `kept_free` those that each side leaves.
    """
    heading = Box(SETTINGS["sheet-title"], [title])
    boxes = [ON_PAPER.read(step) for step in steps]
    above, below = ON_PAPER.read(before), ON_PAPER.read(after)
    for count in range(1, len(steps) + 1):
        for size in SIZES:
            heights = [_height(size, [box]) - _LIST for box in boxes]
            heights[-1] += _height(size, [below])
            first = _height(size, [heading, above]) + around
            room = TextColumn(size.points).left / size.points - _LIST - kept_free
            if turns := _best(first, heights, count, room, breaks):
                return Sides(size.name, turns[1:])
    return Sides(SIZES[-1].name, tuple(range(1, len(steps))))


def _height(size: FitStep, boxes: Sequence[Box]) -> float:
    column = TextColumn(size.points)
    for box in boxes:
        box.fill(column)
    return column.height


def _best(
    first: float, heights: Sequence[float], count: int, room: float, breaks: Collection[int]
) -> tuple[int, ...] | None:
    """The places where the sides begin, the first among them; None where the steps do not fit on so many sides.

    The fewest turns that are at no break are best, and then the sides that are filled most evenly.
    """

    def highest(turns: Sequence[int]) -> float:
        ends = [*turns[1:], len(heights)]
        sides = [sum(heights[start:end]) for start, end in zip(turns, ends, strict=True)]
        return max(first + sides[0], *sides)

    ways = [(0, *turns) for turns in combinations(range(len(heights)), count - 1)]
    fitting = [turns for turns in ways if highest(turns) <= room]
    return min(fitting, key=lambda turns: (len({*turns} - {0, *breaks}), highest(turns)), default=None)
