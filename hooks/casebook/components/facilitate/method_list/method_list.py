from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def method_list(ctx: PageContext) -> Markup:
    """Every method card: its name, its minutes, what it is for."""
    return ctx.render("method_list", methods=sorted(ctx.library.methods.items(), key=lambda entry: entry[1].title))
