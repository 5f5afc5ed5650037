from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import has_short_form, points_of
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import ExercisePart, Pairs, RatedStatements

SHEET_ROWS, OWN_CARDS = 20, 6


@component
def paper_part(ctx: PageContext, part: ExercisePart) -> Markup:
    """One part of an exercise, to be filled in by hand."""
    scale = ctx.library.scales[part.scale] if isinstance(part, RatedStatements | Pairs) else None
    options = points_of(scale) if scale else []
    return ctx.render(
        "paper_part", part=part, scale=scale, points=options[:5], unscored=options[5:], has_short=has_short_form(part), rows_most=SHEET_ROWS, own_most=OWN_CARDS
    )
