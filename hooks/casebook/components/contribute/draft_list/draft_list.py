from __future__ import annotations

from markupsafe import Markup

from casebook.core.opened_files import unfinished
from casebook.render.context import PageContext, component


@component
def draft_list(ctx: PageContext) -> Markup:
    """Every draft and every file with problems, with a link to its page; nothing where there is none.

    It is shown while serving only.
    """
    return ctx.render("draft_list", files=unfinished(ctx.library))
