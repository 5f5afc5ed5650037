from __future__ import annotations

from markupsafe import Markup

from casebook.components.decision.sheets import find
from casebook.render.context import PageContext, component


@component
def pack_sheet(ctx: PageContext, slug: str, decision: str) -> Markup:
    """Everything for one decision in the order of printing.

    Neither side of a participant sheet holds the outcome, on whatever printer.
    """
    _, one = find(ctx, slug, decision)
    return ctx.render("pack_sheet", slug=slug, decision=one)
