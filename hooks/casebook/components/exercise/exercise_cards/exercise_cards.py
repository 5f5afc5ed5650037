from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Cards, Labelled

T = TypeVar("T")
COLUMNS, HEADINGS = 2, 4
BLANK = (0, "")
# The most characters of a card, how many rows of cards stand on a sheet, and what the size is called.
SIZES = ((60, 5, "large"), (110, 4, "middle"), (100_000, 3, "small"))


@dataclass(frozen=True)
class CardSheet:
    """One A4 sheet of a deck: cards with their numbers (a blank card has neither number nor text), blank cards alone,
    or headings for the boxes.
    """

    kind: Literal["cards", "blank", "headings"]
    cards: tuple[tuple[int, str], ...] = ()
    headings: tuple[Labelled, ...] = ()

    @property
    def pieces(self) -> int:
        """How many pieces it is cut into."""
        return len(self.cards) + len(self.headings)


@dataclass(frozen=True)
class Deck:
    """The cards of one part: its size, its sheets, and the step of the plan that comes to it (number and text)."""

    part: Cards
    size: str
    sheets: tuple[CardSheet, ...]
    step: tuple[int, str] | None


def size_of(part: Cards) -> tuple[int, str]:
    """How many cards stand on a sheet, and how large they are set: as the longest text of the deck allows."""
    longest = max(len(card.text) for card in part.cards)
    return next((rows * COLUMNS, name) for most, rows, name in SIZES if longest <= most)


def sheets_of(part: Cards) -> Iterator[CardSheet]:
    """The sheets of a deck, in the order in which they are used.

    Blank cards fill the last sheet; apart from it where cards are kept back, or no room is left.
    """
    each, _ = size_of(part)
    cards = [(number, card.text) for number, card in enumerate(part.cards, 1)]
    spare = -len(cards) % each
    apart = bool(part.kept_back) or not spare
    blank = CardSheet("blank", (BLANK,) * min(part.own_cards, each))
    if part.own_cards and part.kept_back:
        yield blank
    if not apart:
        cards += [BLANK] * min(part.own_cards, spare)
    yield from (CardSheet("cards", tuple(some)) for some in _in_lots(cards, each))
    if part.own_cards and apart and not part.kept_back:
        yield blank
    yield from (CardSheet("headings", headings=tuple(some)) for some in _in_lots(part.boxes, HEADINGS))


def _in_lots(things: Sequence[T], each: int) -> Iterator[Sequence[T]]:
    return (things[start : start + each] for start in range(0, len(things), each))


def _step(exercise: Exercise, part: Cards) -> tuple[int, str] | None:
    """The first step of the plan that uses the cards, unless it is the first of all."""
    steps = [(number, step.text) for number, step in enumerate(exercise.plan, 1) if step.part == part.id]
    return steps[0] if steps and steps[0][0] > 1 else None


@component
def exercise_cards(ctx: PageContext, slug: str) -> Markup:
    """The cards of an exercise on A4 sheets to cut up, with blank cards, and headings for the boxes."""
    exercise = ctx.library.exercises[slug]
    parts = [part for part in exercise.parts if isinstance(part, Cards)]
    decks = [Deck(part, size_of(part)[1], tuple(sheets_of(part)), _step(exercise, part)) for part in parts]
    return ctx.render("exercise_cards", slug=slug, exercise=exercise, decks=decks)
