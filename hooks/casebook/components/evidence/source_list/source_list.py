from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from casebook.citations.labels import names_in
from casebook.citations.withheld_titles import numbers_of, places_in_words
from casebook.render.context import PageContext, component
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise


@component
def source_list(ctx: PageContext, case: Case | Exercise) -> Markup:
    """The sources of a case or an exercise, numbered: what each is, where its author stands, how much of it was
    read.
    """
    anchors: Mapping[str, object] = (
        numbers_of(case) if isinstance(case, Case) else {source.id: source.id for source in case.sources}
    )
    return ctx.render(
        "source_list",
        sources=case.sources,
        letters=names_in(ctx.library, case).letters,
        anchors=anchors,
        places=places_in_words(case) if isinstance(case, Case) else {},
    )
