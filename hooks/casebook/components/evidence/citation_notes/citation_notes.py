from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def citation_notes(ctx: PageContext, thing: object) -> Markup:
    """The sources of a statement outside cases, as notes linked to the bibliography."""
    return ctx.render("citation_notes", thing=thing, cited=lambda id_, at: Markup(ctx.cite(id_, at)))
