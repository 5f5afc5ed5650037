from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def essay_opening(ctx: PageContext, essay: str) -> Markup:
    """The first line of an essay, which says that it tells how cases ended, and what it says in a sentence."""
    return ctx.render("essay_opening", essay=ctx.library.essays[essay])
