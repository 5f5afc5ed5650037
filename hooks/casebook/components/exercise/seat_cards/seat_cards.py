from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def seat_cards(ctx: PageContext, slug: str) -> Markup:
    """The card of each seat of a role round, a sheet for each, to be read and not shown. Its back stays blank."""
    return ctx.render("seat_cards", exercise=ctx.library.exercises[slug])


def seat_anchors(ctx: PageContext, exercise: Exercise) -> list[tuple[str, str]]:
    """Where the card of each seat is shown and printed alone (seat-1 and so on), and what it is called."""
    if exercise.role_round is None:
        return []
    seats = enumerate(exercise.seats, 1)
    return [(f"seat-{number}", ctx.t("role_round.card_of", seat=seat.label)) for number, seat in seats]
