from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def blank_back(ctx: PageContext) -> Markup:
    """An empty side of paper: the back of what is cut, or of what must have nothing behind it."""
    return ctx.render("blank_back")
