from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def open_mark(ctx: PageContext, slug: str) -> Markup:
    """The mark of a case that is still running: on its card, its page and the pages of its decisions."""
    return ctx.render("open_mark") if ctx.library.cases[slug].open else Markup("")
