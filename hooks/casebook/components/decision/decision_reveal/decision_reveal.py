from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from casebook.analysis.disclosure import stages
from casebook.render.context import PageContext, component
from casebook.schema.case import Decision, Fate, Option, Seat


@component
def decision_reveal(ctx: PageContext, slug: str, decision: str) -> Markup:
    """What they did: an answer to what the reader chose and expected, the outcome, what the choice brings up, what is
    not known, and the question to take home.
    """
    case = ctx.library.cases[slug]
    stage, one = next((stage, stage.after) for stage in stages(case) if stage.after and stage.after.id == decision)
    options, teaching = _options(one), one.teaching
    return ctx.render(
        "decision_reveal",
        case=case,
        decision=one,
        outcome=stage.outcome,
        several=len(one.seats) > 1,
        options=options,
        named=[(seat, option) for seat, option in options if option.sources and option.fate != "taken"],
        has_ours=any(option.fate == "drafted" for _, option in options),
        analysis={one.option: one.text for one in teaching.analysis} if teaching else {},
        close=teaching.close if teaching else None,
        answers=_answers(ctx),
    )


def _options(decision: Decision) -> list[tuple[Seat, Option]]:
    """Every option with its seat, in the order in which readers saw them."""
    return [(seat, option) for seat in decision.seats for option in seat.drawn]


def _answers(ctx: PageContext) -> dict[Fate, str]:
    """What answers a reader who chose an option, by what became of it."""
    other = ctx.t("reveal.other")
    fates: tuple[Fate, ...] = get_args(Fate)
    answers: dict[Fate, str] = dict.fromkeys(fates, other)
    return answers | {"taken": ctx.t("reveal.same"), "taken-later": ctx.t("reveal.later")}
