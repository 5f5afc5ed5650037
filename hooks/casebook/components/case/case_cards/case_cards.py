from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def case_cards(ctx: PageContext, *slugs: str) -> Markup:
    """Several cases on cards, in the order named."""
    return ctx.render("case_cards", slugs=[slug for slug in slugs if slug in ctx.library.cases])
