from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.kinds_of_part import kinds_of
from casebook.render.context import PageContext, component


@component
def exercise_card(ctx: PageContext, slug: str) -> Markup:
    """One exercise in a list: its name, aim, minutes and group."""
    exercise = ctx.library.exercises[slug]
    return ctx.render("exercise_card", slug=slug, exercise=exercise, kinds=kinds_of(exercise))
