from __future__ import annotations

from markupsafe import Markup

from casebook.citations.labels import by_letter, names_in
from casebook.render.context import Desk, component


@component
def bibliography_list(desk: Desk) -> Markup:
    """Every source that pages and exercises cite, under the first letter of its author, with letters to jump to."""
    groups = by_letter(list(desk.library.bibliography.values()))
    return desk.render("bibliography_list", groups=groups, letters=names_in(desk.library).letters)
