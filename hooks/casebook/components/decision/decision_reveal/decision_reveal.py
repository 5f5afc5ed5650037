from __future__ import annotations

from typing import get_args

from markupsafe import Markup

from casebook.analysis.disclosure import stages
from casebook.render.context import PageContext, component
from casebook.schema.case import Decision, Fate, Option, Seat


@component
def decision_reveal(ctx: PageContext, slug: str, decision: str) -> Markup:
    """What they did, or that nobody has decided yet: an answer to what the reader chose and expected, the outcome, what
    the choice brings up, what is not known, and the question to take home.
    """
    case = ctx.library.cases[slug]
    stage, one = next((stage, stage.after) for stage in stages(case) if stage.after and stage.after.id == decision)
    options, teaching, undecided = _options(one), one.teaching, case.is_undecided(one)
    named = [(seat, option) for seat, option in options if option.sources and option.fate != "taken"]
    return ctx.render(
        "decision_reveal",
        case=case,
        decision=one,
        outcome=stage.outcome,
        several=len(one.seats) > 1,
        options=options,
        named=named,
        undecided=undecided,
        has_ours=any(option.fate == "drafted" for _, option in options),
        analysis={one.option: one.text for one in teaching.analysis} if teaching else {},
        close=teaching.close if teaching else None,
        answers=_answers(ctx, undecided),
        expected=_expected(ctx, undecided),
        ours=ctx.t("reveal.ours_too" if named else "reveal.ours_all" if undecided else "reveal.ours"),
    )


def _options(decision: Decision) -> list[tuple[Seat, Option]]:
    """Every option with its seat, in the order in which readers saw them."""
    return [(seat, option) for seat in decision.seats for option in seat.drawn]


FATES: tuple[Fate, ...] = get_args(Fate)


def _answers(ctx: PageContext, undecided: bool) -> dict[Fate, str]:
    """What answers a reader who chose an option, by what became of it."""
    if undecided:
        return dict.fromkeys(FATES, ctx.t("reveal.chose"))
    return dict.fromkeys(FATES, ctx.t("reveal.other")) | {
        "taken": ctx.t("reveal.same"),
        "taken-later": ctx.t("reveal.later"),
    }


def _expected(ctx: PageContext, undecided: bool) -> dict[Fate, str]:
    """What answers a reader who expected an option, by what became of it."""
    if undecided:
        return dict.fromkeys(FATES, ctx.t("reveal.expect"))
    return dict.fromkeys(FATES, ctx.t("reveal.expected_other")) | {"taken": ctx.t("reveal.expected")}
