"""What a reveal answers whoever took a seat: to each option that they may have chosen, and may have expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casebook.schema.case import Decision, Fate, Option, Seat

ToChoice = Literal["chose", "same", "later", "other"]
ToGuess = Literal["expect", "guessed", "right", "later"]
They = Literal["chose", "did_later"]
"""What is said to a choice, to a guess, and of what they did: keys of the catalogue under `reveal`."""


@dataclass(frozen=True)
class OptionAnswers:
    """What answers whoever chose an option, or expected it."""

    name: str
    """As scripts name it: seat/option."""
    option: Option
    to_choice: ToChoice
    to_guess: ToGuess
    also_done: tuple[Option, ...]
    """What they did besides, where they did this."""

    @property
    def says_fate(self) -> bool:
        """True where what became of the option is said with its sources: it is neither ours nor what they did then."""
        return bool(self.option.sources) and self.option.fate != "taken"


@dataclass(frozen=True)
class SeatAnswers:
    """The answers of one seat."""

    seat: Seat
    options: tuple[OptionAnswers, ...]
    """In the order in which readers saw them."""
    done: tuple[Option, ...]
    """The options that they took; where they took none, those that were done later."""
    they: They
    unless: str
    """The options of which the answer to their choice names already what was done."""


def answers_of(decision: Decision, is_undecided: bool) -> tuple[SeatAnswers, ...]:
    """The answers of each seat of a decision.

    "They did something else" is said only in a seat of which the case knows what they did: where another option was
    taken. Where none was, an outcome may tell what followed, but no fate says that what they did is none of the
    options. So neither the choice nor the guess gets a verdict then: the page says what became of the option that was
    chosen (it was asked for, refused, weighed), where there is a source for it, and that it does not know what they
    did. Where the only options that were done were done later, they are named as such.
    """
    return tuple(_of_seat(seat, is_undecided) for seat in decision.seats)


def _of_seat(seat: Seat, is_undecided: bool) -> SeatAnswers:
    taken = tuple(one for one in seat.drawn if one.fate == "taken")
    done = taken or tuple(one for one in seat.drawn if one.fate == "taken-later")
    return SeatAnswers(
        seat,
        tuple(_of_option(seat, option, done, is_undecided) for option in seat.drawn),
        done,
        "chose" if taken else "did_later",
        " ".join(f"{seat.id}/{option.id}" for option in done),
    )


def _of_option(seat: Seat, option: Option, done: tuple[Option, ...], is_undecided: bool) -> OptionAnswers:
    is_taken = any(one.fate == "taken" for one in done)
    return OptionAnswers(
        f"{seat.id}/{option.id}",
        option,
        "chose" if is_undecided else _to_choice(option, is_taken),
        "expect" if is_undecided else _TO_GUESS.get(option.fate, "guessed"),
        tuple(one for one in done if one is not option) if option in done else (),
    )


_TO_GUESS: dict[Fate, ToGuess] = {"taken": "right", "taken-later": "later"}


def _to_choice(option: Option, is_taken: bool) -> ToChoice:
    """What answers the choice of an option, in a seat of which an option was taken or not."""
    done: dict[Fate, ToChoice] = {"taken": "same", "taken-later": "later"}
    return done.get(option.fate, "other" if is_taken else "chose")
