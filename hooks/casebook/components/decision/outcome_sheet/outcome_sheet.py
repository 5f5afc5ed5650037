from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.components.decision.open_sheet.open_sheet import open_sheet
from casebook.components.decision.sheets import find, fitted_once
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import Setting, SheetStyle
from casebook.render.paper.text_fit import BOLD_LETTER

ON_PAPER = SheetStyle(
    {
        "what-they-did": Setting(indent=2, after=0.62),
        "what-they-did p": Setting(after=0.2),
        "taken": Setting(scale=1.05, letter=BOLD_LETTER, indent=1.5, after=0.2),
        "seat-name": Setting(after=0.7),
        "fates li": Setting(letter=0.58, indent=1.2, after=0.45),
    }
)
"""The measures of outcome_sheet.css for paper."""


@component
def outcome_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What they did and what followed, with sources and what nobody knows; lines to fill in where nobody has decided
    yet. Handed out after the choice.
    """
    case, one = find(ctx, slug, decision)
    if case.is_undecided(one):
        return open_sheet(ctx, slug, decision, tag)
    return ctx.render(
        "outcome_sheet",
        slug=slug,
        case=case,
        decision=one,
        fit=fitted_once(ctx, slug, one, "outcome", ON_PAPER),
        tag=tag,
        below="h2" if tag == "h1" else "h3",
        place=place_of(case, one),
        has_ours=any(option.fate == "drafted" for seat in one.seats for option in seat.options),
    )
