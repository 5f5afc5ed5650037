from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def essay_end(ctx: PageContext, essay: str) -> Markup:
    """What to do after an essay: a decision to take, an exercise, and a question to take home."""
    one = ctx.library.essays[essay]
    slug, _, id_ = one.decision.partition("/")
    case = ctx.library.cases.get(slug)
    decision = next((decision for decision in case.decisions if decision.id == id_), None) if case else None
    return ctx.render(
        "essay_end",
        id=essay,
        essay=one,
        slug=slug,
        case=case,
        decision=decision,
        exercise=ctx.library.exercises.get(one.exercise),
    )
