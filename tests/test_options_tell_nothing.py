"""Over the whole library the option that was taken stands out by nothing: not by its place, nor by the length of its
words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

import pytest

from casebook.library.library import Library
from casebook.schema.case import Option, Seat

FROM_CHANCE = 2.5
"""So many standard deviations above what chance gives are too many to be chance."""
Place = Callable[[Sequence[Option], Option], bool]


def longest(field: str) -> Place:
    return lambda options, taken: (
        len(getattr(taken, field)) > max(len(getattr(one, field)) for one in options if one is not taken)
    )


def shortest(field: str) -> Place:
    return lambda options, taken: (
        len(getattr(taken, field)) < min(len(getattr(one, field)) for one in options if one is not taken)
    )


PLACES: dict[str, Place] = {
    "first": lambda options, taken: options[0] is taken,
    "last": lambda options, taken: options[-1] is taken,
    "longest label": longest("label"),
    "shortest label": shortest("label"),
    "longest for": longest("for_"),
    "shortest for": shortest("for_"),
    "longest against": longest("against"),
    "shortest against": shortest("against"),
}


def seats_with_one_taken(library: Library) -> dict[str, tuple[Seat, Option]]:
    found = {}
    for slug, case in library.cases.items():
        for decision in case.decisions:
            for seat in decision.seats:
                taken = [one for one in seat.options if one.fate.startswith("taken")]
                if len(taken) == 1 and len(seat.options) > 1:
                    found[f"{slug}/{decision.id}/{seat.id}"] = (seat, taken[0])
    return found


@pytest.mark.parametrize("place", PLACES)
def test_the_option_that_was_taken_stands_in_no_place_more_often_than_by_chance(place: str, library: Library) -> None:
    seats = seats_with_one_taken(library)
    shares = [1 / len(seat.options) for seat, _ in seats.values()]
    most = sum(shares) + FROM_CHANCE * sqrt(sum(share * (1 - share) for share in shares))
    found = [name for name, (seat, taken) in seats.items() if PLACES[place](seat.options, taken)]
    assert len(found) <= most, f"{len(found)} of {len(seats)}, {most:.0f} at most: {', '.join(found)}"


def test_a_lean_would_be_seen(library: Library) -> None:
    seats = seats_with_one_taken(library)
    shares = [1 / len(seat.options) for seat, _ in seats.values()]
    assert len(seats) > 80
    assert sum(shares) + FROM_CHANCE * sqrt(sum(share * (1 - share) for share in shares)) < len(seats) / 2
