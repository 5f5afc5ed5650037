"""Components of an exercise: its page, its parts on screen, its sheets on paper."""

from __future__ import annotations

from markupsafe import Markup

from casebook.rendering import Desk, component


@component
def exercise_page(desk: Desk, slug: str) -> Markup:
    """An exercise on screen: what it is for, the plan, the parts to fill in, what it rests on."""
    return desk.render("exercise-page", slug=slug, exercise=desk.library.exercises[slug])
