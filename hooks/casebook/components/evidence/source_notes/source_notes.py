from __future__ import annotations

from markupsafe import Markup

from casebook.citations.withheld_titles import plain_place, quiet_sources
from casebook.components.evidence.cited_sources.cited_sources import home_of
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case


@component
def source_notes(ctx: PageContext, case: Case, thing: Sourced, margin: bool = True) -> Markup:
    """The numbers of the sources of a statement, each linked to a note without its title, and the same as a note in the
    margin.
    """
    home = home_of(ctx, case)
    known: dict[object, Markup] = ctx.library.memory.setdefault(source_notes, {})
    noted_at = (
        ctx.at if ctx.at.startswith(home.removesuffix(".html") + "/") else home
    )  # a decision on its own page lists what it cites
    key = (home, ctx.link(f"{noted_at}#"), margin, tuple((one.source, one.at) for one in thing.sources))
    if key not in known or noted_at == ctx.at:
        sources = {one.id: one for one in quiet_sources(ctx.library, case)}
        cited = [(sources[one.source], plain_place(one.at)) for one in thing.sources if one.source in sources]
        known[key] = ctx.render("source_notes", cited=cited, margin=margin, noted_at=noted_at)
    return known[key]
