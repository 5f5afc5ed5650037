"""What kinds of part an exercise has, in the words of its list."""

from __future__ import annotations

from casebook.schema.exercise import Exercise

PART_KINDS = ("statements", "pairs", "scenes", "cards", "grid", "text", "map")


def kinds_of(exercise: Exercise) -> list[str]:
    """The kinds of part that an exercise has, each once."""
    return sorted({part.kind for part in exercise.parts}, key=PART_KINDS.index)
