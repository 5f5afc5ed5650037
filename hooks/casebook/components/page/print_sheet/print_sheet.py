from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def print_sheet(desk: Desk, what: str = "sheet") -> Markup:
    """The line above a sheet (or a plan): it is made for paper, and a button prints it."""
    return desk.render("print_sheet", what=what)
