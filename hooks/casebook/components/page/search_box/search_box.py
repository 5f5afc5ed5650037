from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def search_box(ctx: PageContext) -> Markup:
    """The search box of the search page; without script or from a disk it leads to the filter of the cases."""
    return ctx.render("search_box")
