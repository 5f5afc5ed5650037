from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def round_brief(ctx: PageContext, slug: str, seats: bool = False) -> Markup:
    """What everybody at the table of a role round knows; on the page with a link to the card of each seat."""
    exercise = ctx.library.exercises[slug]
    return ctx.render("round_brief", slug=slug, exercise=exercise, round=exercise.role_round, seats=seats)
