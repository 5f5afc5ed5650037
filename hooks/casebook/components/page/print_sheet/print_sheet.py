from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def print_sheet(ctx: PageContext, what: str = "sheet", pages: int = 0) -> Markup:
    """The line above a sheet, a plan, or a pack of so many pages: it is made for paper, and a button prints it."""
    return ctx.render("print_sheet", what=what, pages=pages)
