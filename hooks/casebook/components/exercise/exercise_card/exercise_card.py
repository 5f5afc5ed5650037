from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.kinds_of_part import kinds_of
from casebook.render.context import Desk, component


@component
def exercise_card(desk: Desk, slug: str) -> Markup:
    """One exercise in a list: its name, aim, minutes and group."""
    exercise = desk.library.exercises[slug]
    return desk.render("exercise_card", slug=slug, exercise=exercise, kinds=kinds_of(exercise))
