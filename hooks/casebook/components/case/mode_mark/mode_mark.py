from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def mode_mark(desk: Desk, mode: str, label: str | None = None) -> Markup:
    """The glyph of a mode (hierarchy, group, network, alliance, contract) with its word."""
    return desk.render("mode_mark", mode=mode, label=label if label is not None else desk.say(f"modes.{mode}"))
