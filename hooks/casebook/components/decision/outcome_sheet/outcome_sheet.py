from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.citations.labels import names_in
from casebook.components.decision.sheets import find, reckoned
from casebook.render.context import Desk, component
from casebook.render.paper.sheet_layout import Sizer


@component
def outcome_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What they did and what followed, with sources and what nobody knows. Handed out after the choice."""
    case, one = find(desk, slug, decision)
    sizer = Sizer(desk.words, case, one, names_in(desk.library, case).short)
    fit, below = reckoned(desk, slug, one, "outcome", sizer.outcome).name, "h2" if tag == "h1" else "h3"
    return desk.render("outcome_sheet", slug=slug, case=case, decision=one, fit=fit, tag=tag, below=below, place=place_of(case, one))
