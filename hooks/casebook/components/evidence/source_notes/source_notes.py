from __future__ import annotations

from markupsafe import Markup

from casebook.citations.withheld_titles import plain_place, quiet_sources
from casebook.render.context import Desk, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case


@component
def source_notes(desk: Desk, case: Case, thing: Sourced, margin: bool = True) -> Markup:
    """The numbers of the sources of a statement, each linked to a note without its title, and the same as a note in the margin."""
    home = desk.library.home_of.get(id(case), desk.at)
    known: dict[object, Markup] = desk.library.memory.setdefault("notes", {})
    noted_at = desk.at if desk.at.startswith(home.removesuffix(".html") + "/") else home  # a decision on its own page lists what it cites
    key = (home, desk.link(f"{noted_at}#"), margin, tuple((one.source, one.at) for one in thing.sources))
    if key not in known or noted_at == desk.at:
        sources = {one.id: one for one in quiet_sources(desk.library, case)}
        cited = [(sources[one.source], plain_place(one.at)) for one in thing.sources if one.source in sources]
        known[key] = desk.render("source_notes", cited=cited, margin=margin, noted_at=noted_at)
    return known[key]
