from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from casebook.citations.withheld_titles import cited_ids, quiet_sources
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case


@component
def cited_sources(ctx: PageContext, case: Case, things: Iterable[Sourced]) -> Markup:
    """The sources behind some statements, with the numbers they have in the whole case. No title and no address: both may tell the ending."""
    return named_sources(ctx, case, cited_ids(things))


@component
def named_sources(ctx: PageContext, case: Case, ids: Collection[str]) -> Markup:
    """The sources with these ids, as quietly as `cited_sources`: a number in the text leads here until the ending is open."""
    home = ctx.library.home_of.get(id(case), ctx.at)
    return ctx.render("cited_sources", cited=[one for one in quiet_sources(ctx.library, case) if one.id in ids], home=home)
