from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.stages import stages
from casebook.components.decision.decision_reveal.seat_answers import answers_of
from casebook.render.context import PageContext, component


@component
def decision_reveal(ctx: PageContext, slug: str, decision: str) -> Markup:
    """What they did, that it is not known, or that nobody has decided yet: an answer to what the reader chose and
    expected, the outcome, what the choice brings up, what is not known, and the question to take home; then what came
    out meanwhile about earlier decisions.
    """
    case = ctx.library.cases[slug]
    stage, one = next((stage, stage.after) for stage in stages(case) if stage.after and stage.after.id == decision)
    options = [(seat, option) for seat in one.seats for option in seat.drawn]
    teaching, undecided = one.teaching, case.is_undecided(one)
    answers = answers_of(one, undecided)
    done = [option for seat in answers for option in seat.done]
    named = [(seat, option) for seat, option in options if option.sources and option not in done]
    return ctx.render(
        "decision_reveal",
        case=case,
        decision=one,
        outcome=stage.outcome,
        late=stage.late,
        several=len(one.seats) > 1,
        answers=answers,
        options=options,
        named=named,
        undecided=undecided,
        has_ours=any(option.fate == "drafted" for _, option in options),
        analysis={one.option: one.text for one in teaching.analysis} if teaching else {},
        close=teaching.close if teaching else None,
        ours=ctx.t("reveal.ours_too" if named else "reveal.ours_all" if undecided else "reveal.ours"),
    )
