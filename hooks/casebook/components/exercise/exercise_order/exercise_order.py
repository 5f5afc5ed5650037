from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.schema.exercise import Exercise


@component
def exercise_order(desk: Desk) -> Markup:
    """The suggested order: for a new network, and for one in trouble."""
    known = desk.library.exercises

    def steps(name: str) -> list[tuple[str, Exercise]]:
        return [(slug, known[slug]) for slug in desk.words.at(f"exercise.{name}") if slug in known]

    return desk.render("exercise_order", steps=steps)
