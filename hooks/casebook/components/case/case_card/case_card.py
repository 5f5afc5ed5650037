from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import first_day
from casebook.analysis.evidence_strength import strongest
from casebook.analysis.governance_modes import modes_of
from casebook.render.context import PageContext, component


@component
def case_card(ctx: PageContext, slug: str, level: int = 3, detailed: bool = False) -> Markup:
    """A case on a card: cover, title, place, summary, the question and the quarrel of its first decision, modes;
    `detailed` adds where it begins, how strong its evidence is, and a link to Compare. Gives no ending away.
    """
    case = ctx.library.cases[slug]
    details = [ctx.t("library.begins", year=case.when.start.year)] if case.when.start else []
    details.append(ctx.t("library.evidence", strength=_within(ctx.t(f"evidence.{strongest(case)}"))))
    return ctx.render(
        "case_card",
        slug=slug,
        case=case,
        decision=next(iter(case.decisions), None),
        modes=modes_of(case, first_day(case)),
        level=level,
        details=details if detailed else [],
    )


def _within(words: str) -> str:
    """Words that began a line, within one."""
    return words[:1].lower() + words[1:]
