from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import FORMS


@component
def form_list(ctx: PageContext, today: bool = False) -> Markup:
    """The forms by mode: those of the article, or those of today."""
    rows = [(id_, form) for id_, form in in_order(ctx.library, FORMS) if bool(form.as_of) == today]
    return ctx.render("form_list", rows=rows)
