from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def publisher_line(desk: Desk, purpose: str = "about") -> Markup:
    """Who answers for the casebook and how to reach them (about), or how to send them a case (case); while nobody is named, it says so."""
    return desk.render("publisher_line", publisher=desk.publisher, purpose=purpose)
