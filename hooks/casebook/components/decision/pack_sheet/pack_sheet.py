from __future__ import annotations

from markupsafe import Markup

from casebook.components.decision.sheets import find
from casebook.render.context import Desk, component


@component
def pack_sheet(desk: Desk, slug: str, decision: str) -> Markup:
    """Everything for one decision in the order of printing. Neither side of a participant sheet holds the outcome, on whatever printer."""
    _, one = find(desk, slug, decision)
    return desk.render("pack_sheet", slug=slug, decision=one)
