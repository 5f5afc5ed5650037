from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.cover import cover_of


@component
def cover_picture(ctx: PageContext, slug: str) -> Markup:
    """The drawing on a cover: the members' network, the ring as its form has it, dashed circles around who is at the
    edge.
    """
    return ctx.render("cover_picture", cover=cover_of(ctx.library, slug))
