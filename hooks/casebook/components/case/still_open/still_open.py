from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Case


@component
def still_open(ctx: PageContext, slug: str) -> Markup:
    """What a case that is still running leaves open: how it stood on the last reading, what to look for and when, and
    where to say that it has moved on. Nothing for any other case.
    """
    case = ctx.library.cases[slug]
    if not case.open:
        return Markup("")
    if case.decisions and case.is_undecided(case.decisions[-1]):
        title, stood = ctx.t("open.undecided"), undecided_on(ctx, case)
    else:
        title, last = ctx.t("open.running"), case.last_reading
        stood = ctx.t("open.running_on", date=last.on.spoken()) if last else ctx.t("open.running_yet")
    return ctx.render("still_open", case=case, title=title, stood=stood)


def undecided_on(ctx: PageContext, case: Case) -> str:
    """Until when nobody had decided, in a sentence."""
    last = case.last_reading
    return ctx.t("open.undecided_on", date=last.on.spoken()) if last else ctx.t("open.undecided_yet")
