from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.governance_modes import modes_with_parts
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import how_many
from casebook.schema.case import Case
from casebook.text.dates import When


@component
def case_head(ctx: PageContext, slug: str) -> Markup:
    """The head of a case: title, place, summary, a few facts, the cover."""
    case = ctx.library.cases[slug]
    shown = as_of(case, first_day(case))
    members = how_many(ctx, shown, "case.member_count")
    return ctx.render(
        "case_head",
        slug=slug,
        case=case,
        shown=shown,
        modes=modes_with_parts(case, shown.day),
        years=years_shown(case),
        members=members,
    )


def years_shown(case: Case) -> str:
    """Since when a case is told, without its end."""
    return When(case.when.start, None).spoken() if case.when.start else ""
