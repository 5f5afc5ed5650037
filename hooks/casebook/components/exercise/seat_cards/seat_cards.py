from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def seat_cards(ctx: PageContext, slug: str) -> Markup:
    """The card of each seat of a role round, a sheet for each, to be read and not shown. Its back stays blank."""
    return ctx.render("seat_cards", exercise=ctx.library.exercises[slug])


def seat_anchors(exercise: Exercise) -> list[tuple[str, str]]:
    """Where the card of one seat is shown and printed alone, with its label: seat-1, in the order of the seats."""
    if exercise.role_round is None:
        return []
    return [(f"seat-{number}", seat.label) for number, seat in enumerate(exercise.seats, 1)]
