from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.components.exercise.answer_points import FIRST_ROWS
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Grid


@component
def fill_grid(ctx: PageContext, _slug: str, part: Grid) -> Markup:
    """A table to fill in, row by row: named rows, or rows of one's own."""
    rows: list[dict[str, Any]] = [{"id": row.id, "label": row.label, "ask": row.ask, "own": False} for row in part.rows]
    for number in range(1, (part.rows_up_to or 0) + 1):
        rows.append(
            {"id": f"row-{number}", "label": ctx.t("exercise_form.row_number", number=number), "ask": None, "own": True}
        )
    return ctx.render("fill_grid", part=part, rows=rows, first=FIRST_ROWS)
