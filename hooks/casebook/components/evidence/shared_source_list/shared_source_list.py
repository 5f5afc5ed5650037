from __future__ import annotations

from markupsafe import Markup

from casebook.citations.source_identity import shared_sources
from casebook.citations.withheld_titles import numbers_of
from casebook.render.context import PageContext, component


@component
def shared_source_list(ctx: PageContext) -> Markup:
    """Every source that stands behind several cases, once, with these cases, for a page that says it tells endings."""
    return ctx.render(
        "shared_source_list",
        shared=shared_sources(ctx.library),
        number=lambda slug, id_: numbers_of(ctx.library.cases[slug])[id_],
    )
