from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def case_cards(desk: Desk, *slugs: str) -> Markup:
    """Several cases on cards, in the order named."""
    return desk.render("case_cards", slugs=[slug for slug in slugs if slug in desk.library.cases])
