from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import FORMS


@component
def form_list(ctx: PageContext) -> Markup:
    """The forms, by mode."""
    return ctx.render("form_list", rows=in_order(ctx.library, FORMS))
