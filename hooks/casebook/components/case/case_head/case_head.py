from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.reading_time import minutes_of_case
from casebook.render.context import PageContext, component
from casebook.schema.case import Case
from casebook.text.dates import When


@component
def case_head(ctx: PageContext, slug: str) -> Markup:
    """The head of a case: title, place, since when, one sentence, how many decisions and minutes, who you will be."""
    case = ctx.library.cases[slug]
    return ctx.render(
        "case_head",
        slug=slug,
        case=case,
        years=years_shown(case),
        minutes=minutes_of_case(case),
        seat=case.decisions[0].seats[0].label.rstrip(".") if case.decisions else "",
    )


def years_shown(case: Case) -> str:
    """Since when a case is told, without its end."""
    return When(case.when.start, None).spoken() if case.when.start else ""
