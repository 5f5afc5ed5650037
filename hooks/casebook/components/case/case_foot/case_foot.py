from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Checked


@component
def case_foot(ctx: PageContext, slug: str) -> Markup:
    """What stands under a case: related cases, exercises, who wrote and read it, and when to read it again."""
    case = ctx.library.cases[slug]
    checked = " ".join(_reading(ctx, one) for one in case.checked)
    related = [one for one in case.related if one in ctx.library.cases]
    return ctx.render(
        "case_foot", slug=slug, case=case, related=related, exercises=exercises_for(ctx, case), checked=checked
    )


def _reading(ctx: PageContext, one: Checked) -> str:
    """One reading of a case as a sentence; a reading has a day, or only a month or a year."""
    on_a_day = one.on.start is not None and one.on.start.day is not None
    return ctx.t(
        "case.checked_on" if on_a_day else "case.checked_in",
        when=one.on.spoken(),
        by=one.by,
        against=one.against.rstrip("."),
    )


def exercises_for(ctx: PageContext, case: Case) -> list[str]:
    """Exercises that work on the claims a case speaks to, those that name the case first."""
    claims = {finding.claim for finding in case.findings}
    scored = [
        (case.slug not in one.related, -len(claims & set(one.claims)), id_)
        for id_, one in ctx.library.exercises.items()
        if claims & set(one.claims)
    ]
    return [id_ for _, _, id_ in sorted(scored)[:3]]
