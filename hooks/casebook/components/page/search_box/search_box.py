from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def search_box(desk: Desk) -> Markup:
    """The search box of the search page; without script or from a disk it leads to the filter of the cases."""
    return desk.render("search_box")
