from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def stance_shape(ctx: PageContext, stance: str) -> Markup:
    """The lines of a stance's glyph, to stand inside a drawing of 16 by 16."""
    return ctx.render("stance_shape", stance=stance)
