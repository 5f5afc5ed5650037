from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def room_screen(ctx: PageContext) -> Markup:
    """The screen on which a room sees one step at a time. The tool in which it stands opens it."""
    return ctx.render("room_screen")
