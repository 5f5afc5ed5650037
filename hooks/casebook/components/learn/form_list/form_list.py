from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def form_list(ctx: PageContext) -> Markup:
    """The forms, by mode."""
    order = ("network", "alliance", "group", "contract", "hierarchy")
    rows = sorted(ctx.library.forms.items(), key=lambda one: (order.index(one[1].mode), one[1].label))
    return ctx.render("form_list", rows=rows)
