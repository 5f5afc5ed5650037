from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def draft_mark(ctx: PageContext, draft: bool = True) -> Markup:
    """The mark on a sheet or a page of a draft, or of a file with problems: it is not published."""
    return ctx.render("draft_mark", draft=draft)
