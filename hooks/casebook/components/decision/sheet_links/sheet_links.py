from __future__ import annotations

from markupsafe import Markup

from casebook.components.decision.sheets import SHEETS
from casebook.render.context import PageContext, component


@component
def sheet_links(ctx: PageContext, slug: str, decision: str) -> Markup:
    """Links to the three sheets of a decision."""
    return ctx.render("sheet_links", slug=slug, decision=decision, sheets=SHEETS)
