from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component

Step = tuple[str, str]


@component
def page_foot(
    ctx: PageContext,
    file: str,
    before: Step | None = None,
    after: Step | None = None,
    edit_at: str = "",
    is_long: bool = False,
) -> Markup:
    """What stands at the foot of a page: the items before and after it, the way to its top, and how to correct it.

    `file` is what the page is made from, from the project's folder; `before` and `after` are a path and its words;
    `edit_at` is the address where the file can be changed, where the casebook is published with its source.
    """
    return ctx.render("page_foot", file=file, before=before, after=after, edit_at=edit_at, is_long=is_long)
