from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def form_list(desk: Desk) -> Markup:
    """The forms, by mode."""
    order = ("network", "alliance", "group", "contract", "hierarchy")
    rows = sorted(desk.library.forms.items(), key=lambda one: (order.index(one[1].mode), one[1].label))
    return desk.render("form_list", rows=rows)
