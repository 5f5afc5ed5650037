from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Grid


@component
def paper_grid(ctx: PageContext, part: Grid, most: int) -> Markup:
    """A table to fill in by hand; `most` is how many rows of one's own fit on the sheet."""
    own_rows = range(1, min(part.rows_up_to or 0, most) + 1)
    return ctx.render("paper_grid", part=part, most=most, own_rows=own_rows)
