from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.components.decision.sheets import role_of
from casebook.render.context import PageContext, component


@component
def decision_pause(ctx: PageContext, slug: str, decision: str, alone: bool = True, level: int = 2) -> Markup:
    """One decision to take: the situation, the seats, the options. On a page of its own it leads to What happened."""
    case = ctx.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    return ctx.render(
        "decision_pause",
        slug=slug,
        case=case,
        decision=one,
        alone=alone,
        level=level,
        number=case.decisions.index(one) + 1,
        place=place_of(case, one),
        role=role_of(one),
    )
