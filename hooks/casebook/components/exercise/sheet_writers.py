"""What writes each sheet of an exercise."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.components.exercise.exercise_cards.exercise_cards import exercise_cards
from casebook.components.exercise.exercise_facilitator.exercise_facilitator import exercise_facilitator
from casebook.components.exercise.exercise_key.exercise_key import exercise_key
from casebook.components.exercise.exercise_peer.exercise_peer import exercise_peer
from casebook.components.exercise.exercise_seats.exercise_seats import exercise_seats
from casebook.components.exercise.exercise_sheet.exercise_sheet import (
    exercise_large_print,
    exercise_sheet,
    exercise_short,
    exercise_short_large_print,
)
from casebook.components.exercise.exercise_tally.exercise_tally import exercise_short_tally, exercise_tally
from casebook.components.exercise.exercise_wall.exercise_wall import exercise_wall
from casebook.components.exercise.learning_note.learning_note import learning_note
from casebook.components.exercise.round_cards.round_cards import round_rule, round_shock
from casebook.components.exercise.round_notes.round_notes import round_notes
from casebook.components.exercise.seat_cards.seat_cards import seat_cards

WRITERS: dict[str, Callable[..., Markup]] = {
    "facilitator": exercise_facilitator,
    "notes": round_notes,
    "seat-cards": seat_cards,
    "rule": round_rule,
    "shock": round_shock,
    "sheet": exercise_sheet,
    "large-print": exercise_large_print,
    "short": exercise_short,
    "short-large-print": exercise_short_large_print,
    "seats": exercise_seats,
    "key": exercise_key,
    "tally": exercise_tally,
    "short-tally": exercise_short_tally,
    "cards": exercise_cards,
    "wall": exercise_wall,
    "peer": exercise_peer,
    "note": learning_note,
}
"""By the name of the sheet (see `EXERCISE_SHEETS`): takes the page context and the slug of the exercise."""
