from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.components.decision.sheets import estimated, find, plan_of
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import SheetLayout


@component
def facilitator_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """The forty-minute plan with the words to say; overleaf the analysis of each option, the board, what to watch for."""
    case, one = find(ctx, slug, decision)
    analysis = {entry.option: entry.text for entry in one.teaching.analysis} if one.teaching else {}
    steps = plan_of(ctx, len(one.seats) > 1)
    fit = estimated(ctx, slug, one, "facilitator", lambda: SheetLayout(ctx.messages, case, one).facilitator(steps, analysis)).name
    below = "h2" if tag == "h1" else "h3"
    place = place_of(case, one)
    return ctx.render("facilitator_sheet", slug=slug, case=case, decision=one, analysis=analysis, steps=steps, fit=fit, tag=tag, below=below, place=place)
