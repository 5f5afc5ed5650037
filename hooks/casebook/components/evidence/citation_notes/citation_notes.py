from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def citation_notes(desk: Desk, thing: object) -> Markup:
    """The sources of a statement outside cases, as notes linked to the bibliography."""
    return desk.render("citation_notes", thing=thing, cited=lambda id_, at: Markup(desk.cite(id_, at)))
