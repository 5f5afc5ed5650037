from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def stance_mark(desk: Desk, stance: str, hollow: bool = False) -> Markup:
    """The glyph of a stance (supports, complicates, contradicts) with its word; hollow where no source stands behind it."""
    return desk.render("stance_mark", stance=stance, hollow=hollow, label=desk.say(f"stances.{stance}"))
