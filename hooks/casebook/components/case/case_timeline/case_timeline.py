from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Event


@component
def case_timeline(ctx: PageContext, case: Case, events: Iterable[Event]) -> Markup:
    """Events in the order of time, in columns by part where the case is a pair."""
    parts = {part.id: part.name for part in case.parts}
    return ctx.render("case_timeline", case=case, events=list(events), parts=parts)
