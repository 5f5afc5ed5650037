from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def case_foot(ctx: PageContext, slug: str) -> Markup:
    """What stands under a case: how to print it, when it was checked, how to cite it."""
    case = ctx.library.cases[slug]
    last = case.last_reading
    again = case.again_by.spoken()
    return ctx.render(
        "case_foot",
        slug=slug,
        case=case,
        checked=ctx.t("case.checked_last", when=last.on.spoken(), when_next=again)
        if last
        else ctx.t("case.not_checked", when_next=again),
    )
