from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import first_day
from casebook.analysis.evidence_strength import strongest
from casebook.analysis.governance_modes import modes_of
from casebook.render.context import PageContext, component


@component
def case_card(ctx: PageContext, slug: str, level: int = 3, detailed: bool = False) -> Markup:
    """A case on a card: cover, title, place, summary, modes; `detailed` adds where it begins and how strong its
    evidence is. Gives no ending away.
    """
    case = ctx.library.cases[slug]
    details = [ctx.t("library.from_year", year=case.when.start.year)] if case.when.start else []
    details.append(ctx.t(f"evidence.{strongest(case)}"))
    return ctx.render(
        "case_card",
        slug=slug,
        case=case,
        modes=modes_of(case, first_day(case)),
        level=level,
        details=details if detailed else [],
    )
