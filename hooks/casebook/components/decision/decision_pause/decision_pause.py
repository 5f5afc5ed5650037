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
        situation=one.stated_before,
        words=_words_open(ctx) if case.is_undecided(one) else _words(ctx),
    )


def _words(ctx: PageContext) -> dict[str, str]:
    """What leads on from the choice to what they did."""
    return {
        "expected": ctx.t("decision.expected"),
        "show": ctx.t("decision.show"),
        "ask": ctx.t("decision.ask"),
        "show_anyway": ctx.t("decision.show_anyway"),
    }


def _words_open(ctx: PageContext) -> dict[str, str]:
    """The same where nobody has decided yet."""
    return {
        "expected": ctx.t("decision.expected_open"),
        "show": ctx.t("decision.show_open"),
        "ask": ctx.t("decision.ask_open"),
        "show_anyway": ctx.t("decision.show_anyway_open"),
    }
