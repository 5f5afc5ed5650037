from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.own_accounts import is_own_account
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case


@component
def stated_fact(ctx: PageContext, case: Case, thing: Sourced, part: bool = True) -> Markup:
    """A statement with its sources, its doubts and what others say against it; its part is named first, unless it
    stands beside it already.
    """
    parts = {one.id: one.name for one in case.parts} if part else {}
    return ctx.render("stated_fact", case=case, thing=thing, parts=parts, own=is_own_account(case, thing))
