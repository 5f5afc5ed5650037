from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from casebook.render.context import PageContext, component, join


@dataclass(frozen=True)
class SeatCard:
    """The card of one seat: the anchor that shows and prints it alone, what it is called, and its sheet."""

    anchor: str
    label: str
    html: Markup


@component
def seat_cards(ctx: PageContext, slug: str) -> Markup:
    """The card of each seat of a role round, a sheet for each, to be read and not shown. Its back stays blank."""
    return join(card.html for card in cards_of(ctx, slug))


def cards_of(ctx: PageContext, slug: str) -> Iterator[SeatCard]:
    """The cards of a role round, in the order of its seats; none of any other exercise."""
    exercise = ctx.library.exercises[slug]
    for number, seat in enumerate(exercise.seats if exercise.role_round else (), 1):
        html = ctx.render("seat_cards", exercise=exercise, seat=seat)
        yield SeatCard(f"seat-{number}", ctx.t("role_round.card_of", seat=seat.label), html)
