from __future__ import annotations

import datetime
from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Fact


@component
def fact_list(ctx: PageContext, case: Case, facts: Sequence[Fact], day: datetime.date | None = None) -> Markup:
    """The case at a glance: each measure with its value, date and sources; what has to be said about a value stands
    under it.
    """
    return ctx.render("fact_list", case=case, facts=facts, day=day, parts={part.id: part.name for part in case.parts})
