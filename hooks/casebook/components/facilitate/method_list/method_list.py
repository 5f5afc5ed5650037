from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def method_list(desk: Desk) -> Markup:
    """Every method card: its name, its minutes, what it is for."""
    return desk.render("method_list", methods=sorted(desk.library.methods.items(), key=lambda entry: entry[1].title))
