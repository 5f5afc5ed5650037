from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import stages
from casebook.render.context import PageContext, component
from casebook.schema.case import Decision, Option, Seat


@component
def decision_reveal(ctx: PageContext, slug: str, decision: str) -> Markup:
    """What they did: an answer to what the reader chose and expected, the outcome, what the choice brings up, what is
    not known, and the question to take home.
    """
    case = ctx.library.cases[slug]
    stage, one = next((stage, stage.after) for stage in stages(case) if stage.after and stage.after.id == decision)
    teaching = one.teaching
    return ctx.render(
        "decision_reveal",
        case=case,
        decision=one,
        outcome=stage.outcome,
        several=len(one.seats) > 1,
        options=_options(one),
        analysis={one.option: one.text for one in teaching.analysis} if teaching else {},
        close=teaching.close if teaching else None,
        answer=_answer,
    )


def _options(decision: Decision) -> list[tuple[Seat, Option]]:
    """Every option with its seat, in the order in which readers saw them."""
    return [(seat, option) for seat in decision.seats for option in seat.drawn]


def _answer(option: Option) -> str:
    """The key of the sentence that answers a reader who chose this option."""
    return {"taken": "same", "taken-later": "later"}.get(option.fate, "other")
