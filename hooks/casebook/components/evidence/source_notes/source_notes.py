from __future__ import annotations

from markupsafe import Markup

from casebook.citations.withheld_titles import numbers_of
from casebook.components.evidence.cited_sources.cited_sources import home_of
from casebook.render.context import PageContext, component
from casebook.schema.base import Disputed, Sourced
from casebook.schema.case import Case


@component
def source_notes(ctx: PageContext, case: Case, thing: Sourced | Disputed) -> Markup:
    """The numbers of the sources of a statement, as one link, which opens all their notes in place."""
    home = home_of(ctx, case)
    known: dict[object, Markup] = ctx.library.memory.setdefault(source_notes, {})
    # A decision on its own page lists what it cites.
    noted_at = ctx.at if ctx.at.startswith(home.removesuffix(".html") + "/") else home
    numbers = numbers_of(case)
    cited = sorted({numbers[one.source] for one in thing.sources if one.source in numbers})
    if not cited:
        return Markup("")
    key = (ctx.link(f"{noted_at}#"), tuple(cited))
    if key not in known:
        known[key] = ctx.render("source_notes", cited=cited, noted_at=noted_at)
    return known[key]
