from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def round_rule(ctx: PageContext, slug: str) -> Markup:
    """The card in the middle of the table: what has to be decided, and by what rule."""
    return _card(ctx, slug, "rule")


@component
def round_shock(ctx: PageContext, slug: str) -> Markup:
    """The card that the facilitator keeps back, and reads out at the table."""
    return _card(ctx, slug, "shock")


def _card(ctx: PageContext, slug: str, what: str) -> Markup:
    exercise = ctx.library.exercises[slug]
    return ctx.render("round_cards", exercise=exercise, round=exercise.role_round, what=what)
