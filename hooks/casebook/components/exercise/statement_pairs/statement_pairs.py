from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import are_short, points_of
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Pairs


@component
def statement_pairs(ctx: PageContext, _slug: str, part: Pairs) -> Markup:
    """Paired statements, one fieldset each."""
    scale = ctx.library.scales[part.scale]
    return ctx.render("statement_pairs", part=part, options=points_of(scale), in_one_row=are_short(scale))
