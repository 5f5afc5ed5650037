from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.tally_thresholds import (
    COUNTS_FROM,
    ROUNDS_FROM,
    makes_an_end,
    makes_it_unseen,
    ranges,
    sheets_for_two,
)
from casebook.components.exercise.answer_points import numbers_of, points_of, short_form, subject_line
from casebook.components.exercise.paper_measures import TALLY_RULES
from casebook.render.context import PageContext, component
from casebook.render.paper.sides import divided
from casebook.render.paper.text_fit import STEPS, lines
from casebook.schema.exercise_parts import Pair, Pairs, RatedStatements

MOST = 20
"""So many statements stand on a side, A4 across."""
WORDS, ROOM, ROW = 330.0, 432.0, 19.5
"""The points across which a statement is set, those that all rows have, and the least that a row needs for strokes."""


@dataclass(frozen=True)
class TallySide:
    """A side of a tally sheet: what its columns are called, and its statements with their numbers. `size` is the name
    of the step in which they fit.
    """

    title: str
    subject: str
    is_pairs: bool
    points: list[str]
    unsure: str
    outside: str
    rows: list[tuple[int, str]]

    @property
    def size(self) -> str:
        """The largest step in which all rows fit the side."""
        return next((step.name for step in STEPS if self._height(step.points) <= ROOM), STEPS[-1].name)

    def _height(self, points: float) -> float:
        heights = (lines(f"{number} {text}", WORDS / points) * points * 1.18 + 3 for number, text in self.rows)
        return sum(max(ROW, height) for height in heights)


@component
def exercise_tally(ctx: PageContext, slug: str) -> Markup:
    """For the two people who count: every statement with room for strokes, on A4 across, and a sheet with the rules
    that name a pattern.
    """
    return _tally(ctx, slug, short=False)


@component
def exercise_short_tally(ctx: PageContext, slug: str) -> Markup:
    """The tally sheet for the statements of the short form."""
    return _tally(ctx, slug, short=True)


def _tally(ctx: PageContext, slug: str, short: bool) -> Markup:
    whole = ctx.library.exercises[slug]
    exercise = short_form(whole) if short else whole
    parts = [part for part in exercise.parts if isinstance(part, RatedStatements | Pairs)]
    floor = exercise.pool.from_ if exercise.pool != "never" else 0
    most = max(exercise.group.to, floor)
    sides = [side for part in parts for side in _sides(ctx, part, numbers_of(whole, short)[part.id])]

    def numbers(needed: Callable[[int], int]) -> str:
        found = ranges(needed, floor, most)
        return "; ".join(
            ctx.t("paper.tally_of" if first < last else "paper.tally_of_one", count=count, first=first, last=last)
            for count, first, last in found
        )

    return ctx.render(
        "exercise_tally",
        slug=slug,
        exercise=exercise,
        short=short,
        sides=sides,
        only_pairs=all(side.is_pairs for side in sides),
        unsure=sides[0].unsure,
        outside=sides[0].outside,
        floor=floor,
        counts_from=COUNTS_FROM,
        rounds_from=ROUNDS_FROM,
        for_two=sheets_for_two(sum(len(side.rows) for side in sides)),
        unseen=numbers(makes_it_unseen),
        ends=numbers(makes_an_end),
        arrange=lambda rules: divided(rules, TALLY_RULES),
    )


def _sides(ctx: PageContext, part: RatedStatements | Pairs, numbers: dict[str, int]) -> Iterator[TallySide]:
    """The sides that a part takes, as evenly filled as they can be."""
    *points, unsure, outside = (label for _, label in points_of(ctx.library.scales[part.scale]))
    is_pairs = isinstance(part, Pairs)
    rows = [
        (numbers[item.id], f"{item.left} | {item.right}" if isinstance(item, Pair) else item.text)
        for dimension in part.dimensions
        for item in dimension.items
    ]
    count = -(-len(rows) // MOST)
    each = -(-len(rows) // count)
    for start in range(0, len(rows), each):
        here = rows[start : start + each]
        yield TallySide(part.title or "", subject_line(ctx, part), is_pairs, points, unsure, outside, here)
