from __future__ import annotations

from markupsafe import Markup

from casebook.citations.labels import by_letter, names_in
from casebook.render.context import PageContext, component


@component
def bibliography_list(ctx: PageContext) -> Markup:
    """Every source that pages and exercises cite, under the first letter of its author, with letters to jump to."""
    groups = by_letter(list(ctx.library.bibliography.values()))
    return ctx.render("bibliography_list", groups=groups, letters=names_in(ctx.library).letters)
