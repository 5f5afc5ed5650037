"""The sheets of an exercise: which there are, and which exercises have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casebook.analysis.tally_thresholds import sheets_for_two
from casebook.render.paper.handouts import Share, Tables
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Cards, Grid, Pairs, RatedStatements, Scenes


@dataclass(frozen=True)
class ExerciseSheet:
    """A sheet of an exercise: its name in the path, and which exercises have one."""

    name: str
    applies: Callable[[Exercise], bool]


def _always(_: Exercise) -> bool:
    return True


def has_wall(exercise: Exercise) -> bool:
    """True when a table is made for the wall."""
    return any(isinstance(part, Grid) and part.wall for part in exercise.parts)


def has_peer_sheet(exercise: Exercise) -> bool:
    """True when peers are asked for their view."""
    return any(isinstance(part, RatedStatements) and part.peer_sheet for part in exercise.parts)


def has_cards(exercise: Exercise) -> bool:
    """True when there are cards to sort, to draw or to mark."""
    return any(isinstance(part, Cards) for part in exercise.parts)


def has_tally(exercise: Exercise) -> bool:
    """True when a group may count its answers."""
    return exercise.pool != "never" and any(isinstance(part, RatedStatements | Pairs) for part in exercise.parts)


def is_round(exercise: Exercise) -> bool:
    """True when it is a role round, in which each seat has a card of its own."""
    return exercise.role_round is not None


def has_shock(exercise: Exercise) -> bool:
    """True when a card is read out in the middle of it."""
    return exercise.role_round is not None and exercise.role_round.shock is not None


def has_key(exercise: Exercise) -> bool:
    """True unless it is a role round of which nothing is scored."""
    scored = any(isinstance(part, RatedStatements | Pairs | Scenes) or part.patterns for part in exercise.parts)
    return scored or not is_round(exercise)


def has_short(exercise: Exercise) -> bool:
    """True when it comes in two lengths."""
    rated = (part for part in exercise.parts if isinstance(part, RatedStatements))
    return any(item.short for part in rated for one in part.dimensions for item in one.items)


def has_short_tally(exercise: Exercise) -> bool:
    """True when a group may count the answers of the short form."""
    return has_short(exercise) and has_tally(exercise)


def has_briefs(exercise: Exercise) -> bool:
    """True when a seat has a brief that only the person in it reads; in a role round it has a card of its own."""
    return not is_round(exercise) and any(seat.text for seat in exercise.seats)


EXERCISE_SHEETS = (
    ExerciseSheet("facilitator", _always),
    ExerciseSheet("notes", is_round),
    ExerciseSheet("seat-cards", is_round),
    ExerciseSheet("rule", is_round),
    ExerciseSheet("shock", has_shock),
    ExerciseSheet("sheet", _always),
    ExerciseSheet("large-print", _always),
    ExerciseSheet("short", has_short),
    ExerciseSheet("short-large-print", has_short),
    ExerciseSheet("seats", has_briefs),
    ExerciseSheet("key", has_key),
    ExerciseSheet("tally", has_tally),
    ExerciseSheet("short-tally", has_short_tally),
    ExerciseSheet("cards", has_cards),
    ExerciseSheet("wall", has_wall),
    ExerciseSheet("peer", has_peer_sheet),
    ExerciseSheet("note", _always),
)


OF_SEATS = frozenset({"seats", "seat-cards", "rule", "shock", "key"})
"""What each table has one of, where people sit in seats."""


def sheets_of_exercise(exercise: Exercise) -> list[ExerciseSheet]:
    """The sheets that an exercise has."""
    return [paper for paper in EXERCISE_SHEETS if paper.applies(exercise)]


def note_of(exercise: Exercise, name: str) -> str:
    """The message that says what a sheet is, and who gets one."""
    is_shared = name == "sheet" and exercise.sheet_per == "table"
    return "exercise.sheet_of_table_note" if is_shared else f"exercise.{name}_note"


def has_seats(exercise: Exercise) -> bool:
    """True when people sit in seats, each with a brief or a card."""
    return is_round(exercise) or has_briefs(exercise)


def tables_of(exercise: Exercise) -> Tables | None:
    """How many sit at a table; None where all do it together. Each seat of a table is taken, so no table has fewer."""
    if exercise.tables:
        return Tables(exercise.tables.from_, exercise.tables.to)
    return Tables(len(exercise.seats), len(exercise.seats)) if has_seats(exercise) else None


def counted_on(exercise: Exercise, tally: str) -> int:
    """How many statements or pairs a tally sheet counts."""
    parts = (part for part in exercise.parts if isinstance(part, RatedStatements | Pairs))
    items = [item for part in parts for dimension in part.dimensions for item in dimension.items]
    return sum(getattr(item, "short", False) for item in items) if tally == "short-tally" else len(items)


def shared_by(exercise: Exercise, name: str) -> Share:
    """Who shares one of a sheet. The short form takes the place of the sheet, and nobody needs both, so none of it is
    counted.
    """
    if name in ("tally", "short-tally"):
        return sheets_for_two(counted_on(exercise, name))
    if (name == "cards" and exercise.tables) or (name in OF_SEATS and has_seats(exercise)):
        return "table"
    if name == "sheet" and exercise.sheet_per == "table":
        return "table"
    return {"sheet": 1, "note": 1, "peer": 0.5}.get(name, 0)
