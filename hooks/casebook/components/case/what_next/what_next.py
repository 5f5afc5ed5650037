from __future__ import annotations

from markupsafe import Markup

from casebook.library.glimpses import glimpse
from casebook.render.context import PageContext, component
from casebook.schema.case import Case


@component
def what_next(ctx: PageContext, slug: str) -> Markup:
    """What to read or do after a case: related cases, each with the question of its first decision, and exercises."""
    case = ctx.library.cases[slug]
    related = [other for other in (glimpse(ctx.library, one) for one in case.related) if other]
    exercises = [ctx.library.exercises[one] for one in exercises_for(ctx, case)]
    if not related and not exercises:
        return Markup("")
    return ctx.render("what_next", related=related, exercises=exercises)


def exercises_for(ctx: PageContext, case: Case) -> list[str]:
    """Exercises that work on the claims a case speaks to, those that name the case first."""
    claims = {finding.claim for finding in case.findings}
    scored = [
        (case.slug not in one.related, -len(claims & set(one.claims)), id_)
        for id_, one in ctx.library.exercises.items()
        if claims & set(one.claims)
    ]
    return [id_ for _, _, id_ in sorted(scored)[:3]]
