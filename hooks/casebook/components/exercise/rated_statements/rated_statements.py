from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import are_short, points_of
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import RatedStatements


@component
def rated_statements(ctx: PageContext, slug: str, part: RatedStatements) -> Markup:
    """Statements to be rated, one fieldset each; where some are short, a choice between the short form and all."""
    scale = ctx.library.scales[part.scale]
    items = [item for dimension in part.dimensions for item in dimension.items]
    short = sum(item.short for item in items)
    return ctx.render(
        "rated_statements",
        slug=slug,
        part=part,
        scale=scale,
        options=points_of(scale),
        in_one_row=are_short(scale),
        total=len(items),
        short_items=short,
    )
