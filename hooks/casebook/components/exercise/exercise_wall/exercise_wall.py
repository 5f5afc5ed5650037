from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.schema.exercise_parts import Grid

WALL_ROWS = 12


@component
def exercise_wall(desk: Desk, slug: str) -> Markup:
    """Each table that a group fills in on the wall, on an A3 sheet of its own."""
    exercise = desk.library.exercises[slug]
    grids = [part for part in exercise.parts if isinstance(part, Grid) and part.wall]
    return desk.render("exercise_wall", slug=slug, exercise=exercise, grids=grids, rows_most=WALL_ROWS)
