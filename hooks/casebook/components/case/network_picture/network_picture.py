from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.network_layout import Drawing
from casebook.render.context import PageContext, component


@component
def network_picture(ctx: PageContext, drawing: Drawing, numbered: bool) -> Markup:
    """The lines and shapes of a drawing, with or without the numbers of its list."""
    known = ctx.library.memory.setdefault(network_picture, {})
    if (drawing, numbered) not in known:
        known[drawing, numbered] = ctx.render("network_picture", drawing=drawing, numbered=numbered)
    picture_: Markup = known[drawing, numbered]
    return picture_
