from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.analysis.tally_thresholds import COUNTS_FROM, ROUNDS_FROM, makes_an_end, makes_it_unseen, ranges
from casebook.components.exercise.answer_points import has_short_form, points_of
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Pairs, RatedStatements

MOST_ON_A4 = 20


@component
def exercise_tally(ctx: PageContext, slug: str) -> Markup:
    """For the two people who count: every statement with room for strokes, and the rules that name a pattern.

    A4 across, or A3 where there are many.
    """
    exercise = ctx.library.exercises[slug]
    parts = [part for part in exercise.parts if isinstance(part, RatedStatements | Pairs)]
    floor = exercise.pool.from_ if exercise.pool != "never" else 0
    most = max(exercise.group.to, floor)

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
        parts=[_with_labels(ctx, part) for part in parts],
        floor=floor,
        large=any(sum(len(dimension.items) for dimension in part.dimensions) > MOST_ON_A4 for part in parts),
        has_short=any(map(has_short_form, parts)),
        counts_from=COUNTS_FROM,
        rounds_from=ROUNDS_FROM,
        unseen=numbers(makes_it_unseen),
        ends=numbers(makes_an_end),
    )


def _with_labels(
    ctx: PageContext, part: RatedStatements | Pairs
) -> tuple[RatedStatements | Pairs, list[str], str, str]:
    """A part, the labels of its five points, and the labels of the two answers that are never scored: unsure,
    outside.
    """
    *points, unsure, outside = (label for _, label in points_of(ctx.library.scales[part.scale]))
    return part, points, unsure, outside
