from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Checked


@component
def case_foot(ctx: PageContext, slug: str) -> Markup:
    """What stands under a case: who wrote and checked it, when it is checked again, and how to cite it."""
    case = ctx.library.cases[slug]
    checked = " ".join(_reading(ctx, one) for one in case.checked)
    return ctx.render("case_foot", slug=slug, case=case, checked=checked)


def _reading(ctx: PageContext, one: Checked) -> str:
    """One reading of a case as a sentence; a reading has a day, or only a month or a year."""
    on_a_day = one.on.start is not None and one.on.start.day is not None
    return ctx.t(
        "case.checked_on" if on_a_day else "case.checked_in",
        when=one.on.spoken(),
        by=one.by,
        against=one.against.rstrip("."),
    )
