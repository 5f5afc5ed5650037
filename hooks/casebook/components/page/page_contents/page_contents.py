from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def page_contents(ctx: PageContext, entries: Iterable[tuple[str, str]]) -> Markup:
    """The contents of a long page, beside it or, on a narrow screen, folded above its first heading.

    Each entry is an anchor (without #) and its words, in the order of the page.
    """
    return ctx.render("page_contents", entries=[(anchor, words) for anchor, words in entries])
