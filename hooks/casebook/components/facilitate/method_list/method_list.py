from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import METHODS


@component
def method_list(ctx: PageContext) -> Markup:
    """Every method card: its name, its minutes, what it is for."""
    return ctx.render("method_list", methods=in_order(ctx.library, METHODS))
