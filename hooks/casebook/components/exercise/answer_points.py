"""The points that a part of an exercise offers, and its lengths."""

from __future__ import annotations

from casebook.schema.exercise_parts import ExercisePart, RatedStatements
from casebook.schema.reference_pages import Scale

FIRST_ROWS = 3
LONGEST_WORD = 8
"""So many letters fit across a seventh of a phone's screen."""


def has_short_form(part: ExercisePart) -> bool:
    """True when the part comes in two lengths."""
    return isinstance(part, RatedStatements) and any(
        item.short for dimension in part.dimensions for item in dimension.items
    )


def points_of(scale: Scale) -> list[tuple[str, str]]:
    """The five points and the two answers that are never scored: value and label."""
    return [(str(index), label) for index, label in enumerate(scale.points, 1)] + [
        ("unsure", scale.unsure),
        ("outside", scale.outside),
    ]


def are_short(scale: Scale) -> bool:
    """True when all seven answers can stand in one row on a phone."""
    return all(len(word) <= LONGEST_WORD for _, label in points_of(scale) for word in label.split())
