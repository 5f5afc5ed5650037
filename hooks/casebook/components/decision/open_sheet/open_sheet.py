from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.components.case.still_open.still_open import undecided_on
from casebook.components.decision.sheets import estimated, find
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import Setting, SheetStyle
from casebook.render.paper.text_fit import largest

RULED = 22.0
"""The points between the lines to write on."""
ON_PAPER = SheetStyle(
    {
        "what-they-did": Setting(indent=2, after=0.62),
        "options tr": Setting(beside=(2.2, 0)),
        "ruled": Setting(after=0),
    }
)
"""The measures of the style sheets for paper."""


@component
def open_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """The outcome sheet of a decision that nobody has made yet: what to look for, and lines to fill in by hand once it
    is known.
    """
    case, one = find(ctx, slug, decision)
    lines = ctx.messages.at("open.lines")
    need = RULED * sum(line["lines"] for line in lines)

    def fit(sheet: Markup) -> str:
        step = estimated(ctx, slug, one, "outcome", lambda: largest(ON_PAPER.read(sheet).fill, need)[0])
        return step.name

    return ctx.render(
        "open_sheet",
        slug=slug,
        case=case,
        decision=one,
        options=[(seat, letter, option) for seat in one.seats for letter, option in seat.lettered],
        lines=lines,
        fit=fit,
        stood=undecided_on(ctx, case),
        tag=tag,
        below="h2" if tag == "h1" else "h3",
        place=place_of(case, one),
    )
