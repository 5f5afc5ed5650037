"""A decision as the tools for a room have it: what everybody reads before the choice, and apart from it how it went.

data/room/<slug>.js holds the decisions of one case. A page loads it when a facilitator has chosen a decision, and shows
nothing of `after` before it is asked for.
"""

from __future__ import annotations

from typing import TypedDict

from casebook.data.payloads.compare import StatementPayload

RoomOption = TypedDict(
    "RoomOption",
    {"id": str, "letter": str, "label": str, "text": str, "for": str, "against": str, "disputed": list[str]},
)
"""An option before the choice, with the letter by which a room calls it. `for` is a Python keyword, so this one is
written as a call.
"""


class RoomSeat(TypedDict):
    """A seat, with its options in the order in which everybody sees them."""

    id: str
    label: str
    question: str
    options: list[RoomOption]


class RoomAfter(TypedDict):
    """How it went. Nothing of it is shown unasked."""

    fates: dict[str, str]
    """What became of an option, in words, by seat/option; options of ours have none."""
    ours: str
    """A sentence that says which options are ours; empty where none is."""
    taken: list[str]
    """What was done, as seat/option."""
    outcome: list[StatementPayload]
    unknown: list[str]
    undecided: str
    """A sentence that says until when nobody had decided; empty where it is known what was done."""
    look_for: list[str]
    page: str
    """Where the case tells it, from the root of the site."""


class RoomDecision(TypedDict):
    """A decision for a room. Addresses are from the root of the site."""

    id: str
    question: str
    place: str
    """Title, place and date."""
    role: str
    """Who one is, where that is not said elsewhere."""
    situation: list[StatementPayload]
    seats: list[RoomSeat]
    opening: str
    """What is said before people choose; empty where there is nothing of its own."""
    close: str
    """The question to take home; empty where there is none."""
    room: str
    """Where its sheets are."""
    later: bool
    """True for a decision that tells what came of an earlier one."""
    after: RoomAfter


class RoomCase(TypedDict):
    """The decisions of a case; `parts` are the names of its parts by id."""

    slug: str
    title: str
    parts: dict[str, str]
    decisions: list[RoomDecision]
