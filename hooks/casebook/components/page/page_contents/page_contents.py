from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def page_contents(
    ctx: PageContext, entries: Iterable[tuple[str, str]], after: Mapping[str, str] | None = None
) -> Markup:
    """The contents of a long page, beside it or, on a narrow screen, folded above its first heading.

    Each entry is an anchor (without #) and its words, in the order of the page. `after` says, by anchor, the decision
    of a case after which an entry is shown.
    """
    return ctx.render("page_contents", entries=[(anchor, words) for anchor, words in entries], after=after or {})
