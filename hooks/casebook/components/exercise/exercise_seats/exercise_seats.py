from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component

EACH = 3
"""So many cards stand on a sheet, one below the other."""


@component
def exercise_seats(ctx: PageContext, slug: str) -> Markup:
    """A card for each seat with its brief, to be cut out and given to one person. The back stays blank."""
    exercise = ctx.library.exercises[slug]
    seats = [seat for seat in exercise.seats if seat.text]
    sides = [seats[start : start + EACH] for start in range(0, len(seats), EACH)]
    return ctx.render("exercise_seats", exercise=exercise, sides=sides)
