from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def stop_page(ctx: PageContext, text: str, how_many: str = "") -> Markup:
    """A page that keeps what follows off the back of what came before; `how_many` says how many of it there should
    be.
    """
    return ctx.render("stop_page", text=text, how_many=how_many)
