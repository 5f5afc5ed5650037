from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.schema.case import Case, Result
from casebook.wording.results import direction, how_found, what_came_out


@component
def result_table(desk: Desk, case: Case, results: Sequence[Result], label: str | None = None) -> Markup:
    """What was measured, by whom and how, as a table that becomes a list on a phone."""
    told = [(one, direction(one, desk.words), what_came_out(one, desk.words), how_found(one, desk.words)) for one in results]
    return desk.render("result_table", case=case, results=told, parts={part.id: part.name for part in case.parts}, label=label or desk.say("case.results"))
