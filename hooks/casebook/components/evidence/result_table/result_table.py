from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Result
from casebook.wording.results import direction, how_found, what_came_out


@component
def result_table(ctx: PageContext, case: Case, results: Sequence[Result], label: str | None = None) -> Markup:
    """What was measured, by whom and how, as a table that becomes a list on a phone."""
    told = [
        (one, direction(one, ctx.messages), what_came_out(one, ctx.messages), how_found(one, ctx.messages))
        for one in results
    ]
    first = results[0] if results else None
    return ctx.render(
        "result_table",
        case=case,
        begins_with=", ".join([first.measure, *([first.when.spoken()] if first.when else [])]) if first else case.title,
        results=told,
        parts={part.id: part.name for part in case.parts},
        label=label or ctx.t("case.results"),
    )
