from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.components.decision.sheets import find, fitted_once, plan_of
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import Setting, SheetStyle
from casebook.render.paper.text_fit import BOLD_LETTER
from casebook.schema.case import Decision, Option, Seat

ON_PAPER = SheetStyle(
    {
        "who": Setting(after=0.2),
        "plan tr": Setting(beside=(4.2, 9, 0)),
        "say": Setting(after=0.2),
        "analysis div": Setting(),
        "dt": Setting(letter=BOLD_LETTER),
        "seat-name": Setting(after=0.7),
    }
)
"""The measures of facilitator_sheet.css for paper."""


@component
def facilitator_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What to have in mind and who is who; the forty-minute plan with the words to say; overleaf the analysis of each
    option, the board, what to watch for.
    """
    case, one = find(ctx, slug, decision)
    analysis = {entry.option: entry.text for entry in one.teaching.analysis} if one.teaching else {}
    below = "h2" if tag == "h1" else "h3"
    place = place_of(case, one)
    return ctx.render(
        "facilitator_sheet",
        slug=slug,
        case=case,
        decision=one,
        analysis=_by_seat(one, analysis),
        steps=plan_of(ctx, len(one.seats) > 1, one.teaching.close if one.teaching else None, case.is_undecided(one)),
        fit=fitted_once(ctx, slug, one, "facilitator", ON_PAPER),
        tag=tag,
        below=below,
        place=place,
        other_seats=len(one.seats) - 1,
    )


def _by_seat(decision: Decision, analysis: dict[str, str]) -> list[tuple[Seat, list[tuple[str, Option, str]]]]:
    """The letter of each option that is analysed and what is said of it, seat by seat; nothing where there is none."""
    seats = decision.seats if analysis else ()
    return [
        (seat, [(letter, one, analysis[one.id]) for letter, one in seat.lettered if one.id in analysis])
        for seat in seats
    ]
