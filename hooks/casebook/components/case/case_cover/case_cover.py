from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.cover import cover_of


@component
def case_cover(ctx: PageContext, slug: str) -> Markup:
    """The cover of a case: its own members' network as it was before the first decision, how many members it has, and
    who is in the middle and at the edge.
    """
    return ctx.render("case_cover", cover=cover_of(ctx.library, slug), slug=slug)
