from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def stance_shape(desk: Desk, stance: str) -> Markup:
    """The lines of a stance's glyph, to stand inside a drawing of 16 by 16."""
    return desk.render("stance_shape", stance=stance)
