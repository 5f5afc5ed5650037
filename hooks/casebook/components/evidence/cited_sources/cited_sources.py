from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from casebook.citations.withheld_titles import cited_ids, quiet_sources
from casebook.core import routes
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise


@component
def cited_sources(ctx: PageContext, case: Case, things: Iterable[Sourced]) -> Markup:
    """The sources behind some statements, with the numbers they have in the whole case.

    No title and no address: both may tell the ending.
    """
    return named_sources(ctx, case, cited_ids(things))


@component
def named_sources(ctx: PageContext, case: Case, ids: Collection[str]) -> Markup:
    """The sources with these ids, as quietly as `cited_sources`: a number in the text leads here until the ending is
    open.
    """
    return ctx.render(
        "cited_sources",
        cited=[one for one in quiet_sources(ctx.library, case) if one.id in ids],
        home=home_of(ctx, case),
    )


def home_of(ctx: PageContext, case: Case | Exercise) -> str:
    """The page on which the sources of a case are listed; of anything else, the page that is being written."""
    return routes.case(case.slug) if isinstance(case, Case) and case.slug in ctx.library.cases else ctx.at
