from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def case_ending(ctx: PageContext, slug: str) -> Markup:
    """How a case ended, in a line, or that it is still running; what to talk about; what to read or do next."""
    case = ctx.library.cases[slug]
    ended = case.ended if case.ended and (case.ended.text or case.ended.how != "not-known") else None
    told_before = bool(case.decisions) and case.is_undecided(case.decisions[-1])
    return ctx.render("case_ending", slug=slug, case=case, ended=ended, tell_open=case.open and not told_before)
