from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.citations.labels import names_in
from casebook.components.decision.sheets import estimated, find
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import SheetLayout


@component
def outcome_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What they did and what followed, with sources and what nobody knows. Handed out after the choice."""
    case, one = find(ctx, slug, decision)
    sizer = SheetLayout(ctx.messages, case, one, names_in(ctx.library, case).short)
    fit, below = estimated(ctx, slug, one, "outcome", sizer.outcome).name, "h2" if tag == "h1" else "h3"
    return ctx.render(
        "outcome_sheet", slug=slug, case=case, decision=one, fit=fit, tag=tag, below=below, place=place_of(case, one)
    )
