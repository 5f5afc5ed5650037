from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def method_card(desk: Desk, method: str) -> Markup:
    """A method on a card: what for, the steps with their minutes, when to use it and what goes wrong, where it comes from."""
    one = desk.library.methods[method]
    slug, _, id_ = (one.decision or "").partition("/")
    named = [decision for decision in desk.library.cases[slug].decisions if decision.id == id_] if slug in desk.library.cases else []
    return desk.render("method_card", id=method, method=one, slug=slug, named=named)
