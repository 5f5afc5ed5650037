"""The points that a part of an exercise offers, and its lengths."""

from __future__ import annotations

from casebook.render.context import PageContext
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import ExercisePart, Pairs, RatedStatements
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


def subject_line(ctx: PageContext, part: RatedStatements | Pairs) -> str:
    """What the statements are about, as paper says it: with a line for its name, where it has one. Empty where they say
    nothing of it.
    """
    key = "paper.subject_named" if part.subject_named else "exercise_form.subject"
    return ctx.t(key, subject=part.subject) if part.subject else ""


def are_short(scale: Scale) -> bool:
    """True when all seven answers can stand in one row on a phone."""
    return all(len(word) <= LONGEST_WORD for _, label in points_of(scale) for word in label.split())


def short_form(exercise: Exercise) -> Exercise:
    """The exercise with the statements of its short form, and nothing else."""
    parts = tuple(
        _short_part(part) for part in exercise.parts if isinstance(part, RatedStatements) and has_short_form(part)
    )
    return exercise.model_copy(update={"parts": parts})


def _short_part(part: RatedStatements) -> RatedStatements:
    kept = [(one, tuple(item for item in one.items if item.short)) for one in part.dimensions]
    dimensions = tuple(one.model_copy(update={"items": items}) for one, items in kept if items)
    return part.model_copy(update={"dimensions": dimensions})


def numbers_of(exercise: Exercise, short: bool = False) -> dict[str, dict[str, int]]:
    """The number of each statement or pair on a sheet, by the ids of its part and its own: they count through the
    sheet, as the page does that counts a group's answers.
    """
    numbers: dict[str, dict[str, int]] = {part.id: {} for part in exercise.parts}
    last = 0
    for part in (short_form(exercise) if short else exercise).parts:
        for item in (item for one in getattr(part, "dimensions", ()) for item in one.items):
            last += 1
            numbers[part.id][item.id] = last
    return numbers
