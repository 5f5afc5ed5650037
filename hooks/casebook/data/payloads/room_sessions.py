"""Ready sessions as the tools for a room have them: their steps, with the words of each.

The room view shows them to the room one at a time, and a run sheet begins with them.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class RoomWords(TypedDict):
    """What happens in a step and what to say. `seats` names the decisions that these words are for: with one seat, with
    several, or open, which nobody has made yet; it is empty where they are for all.
    """

    seats: Literal["", "one", "several", "open"]
    title: str
    text: str
    say: str


class RoomStep(TypedDict):
    """A step of a session."""

    minutes: int
    title: str
    kind: str
    """welcome, break or slack; empty for any other step."""
    part: str
    """The step of the decision that it is: read, choose and so on."""
    words: list[RoomWords]
    question: str
    """What is asked in the end where the decision has no closing question of its own."""
    drop_first: bool


class RoomSession(TypedDict):
    """A ready session. `page` is from the root of the site."""

    id: str
    title: str
    minutes: int
    page: str
    decision: str
    """The decision that it names, as case/decision; empty where it has none."""
    alone: bool
    """True where one person works alone."""
    kit: list[str]
    """What to print and to bring, a line each."""
    steps: list[RoomStep]


class RoomViewPage(TypedDict):
    """What the page of the room view holds."""

    words: dict[str, Any]
    sessions: list[RoomSession]


class RunRules(TypedDict):
    """How long people sit at the most, from how many minutes on some are kept free, and how many of each full hour."""

    stretch: int
    slack_from: int
    slack_each: int


class ReadyStep(TypedDict):
    """A step of an exercise or a method: what happens and what to say, a line each."""

    minutes: int
    title: str
    text: str
    say: str


class ReadyItem(TypedDict):
    """Something that can be put into a run sheet: an exercise, a method. `kit`: what to print and to bring."""

    id: str
    title: str
    kit: list[str]
    steps: list[ReadyStep]


class RunSheetPage(TypedDict):
    """What the page of the run sheet holds."""

    words: dict[str, Any]
    sessions: list[RoomSession]
    exercises: list[ReadyItem]
    methods: list[ReadyItem]
    rules: RunRules


class KitSession(TypedDict):
    """What the texts before and after a session say of it."""

    id: str
    title: str
    minutes: int


class KitPage(TypedDict):
    """What the page of the texts before and after a session holds."""

    words: dict[str, Any]
    sessions: list[KitSession]
