from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Grid

WALL_ROWS = 12


@component
def exercise_wall(ctx: PageContext, slug: str) -> Markup:
    """Each table that a group fills in on the wall, on a sheet of its own: A4 across, enlarged to A3 at 141%."""
    exercise = ctx.library.exercises[slug]
    grids = [part for part in exercise.parts if isinstance(part, Grid) and part.wall]
    return ctx.render("exercise_wall", slug=slug, exercise=exercise, grids=grids, rows_most=WALL_ROWS)
