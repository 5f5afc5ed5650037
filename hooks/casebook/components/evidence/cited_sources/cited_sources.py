from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.stages import Stage
from casebook.citations.withheld_titles import QuietSource, cited_ids, quiet_sources, sources_by_stage
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
    ids = cited_ids(things)
    return _listed(ctx, case, [(one, "") for one in quiet_sources(ctx.library, case) if one.id in ids])


@component
def staged_sources(ctx: PageContext, case: Case, stages: Sequence[Stage]) -> Markup:
    """The sources of a whole case, as quietly, each from the stage on that is the first to name it."""
    shown = as_of(case, first_day(case))
    ids = sources_by_stage(case, shown, stages)
    after = {id_: stage.after.id for named, stage in zip(ids, stages, strict=True) if stage.after for id_ in named}
    return _listed(ctx, case, [(one, after.get(one.id, "")) for one in quiet_sources(ctx.library, case)])


def _listed(ctx: PageContext, case: Case, cited: Sequence[tuple[QuietSource, str]]) -> Markup:
    """Sources, each with the id of the decision after which it is named (empty: at once)."""
    return ctx.render("cited_sources", cited=cited, home=home_of(ctx, case))


def home_of(ctx: PageContext, case: Case | Exercise) -> str:
    """The page on which the sources of a case are listed; of anything else, the page that is being written."""
    return routes.case(case.slug) if isinstance(case, Case) and case.slug in ctx.library.cases else ctx.at
