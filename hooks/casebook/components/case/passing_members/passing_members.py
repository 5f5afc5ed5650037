from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.render.context import PageContext, component


@component
def passing_members(ctx: PageContext, slug: str) -> Markup:
    """Members and ties that no map of a case shows: they came and left before its first decision, or after it."""
    case = ctx.library.cases[slug]
    maps = (as_of(case, first_day(case)), as_of(case, None))
    members = [member for member in case.members if not any(member in shown.members for shown in maps)]
    ties = [tie for tie in case.ties if not any(tie in shown.ties for shown in maps)]
    if not members and not ties:
        return Markup("")
    names = {member.id: member.name for member in case.members}
    parts = {part.id: part.name for part in case.parts}
    return ctx.render("passing_members", case=case, members=members, ties=ties, names=names, parts=parts)
