from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.schema.exercise_parts import RatedStatements


@component
def exercise_peer(desk: Desk, slug: str) -> Markup:
    """The statements in the third person, for a peer who says what they saw. Nothing of it is scored."""
    exercise = desk.library.exercises[slug]
    parts = [part for part in exercise.parts if isinstance(part, RatedStatements) and part.peer_sheet]
    return desk.render("exercise_peer", slug=slug, exercise=exercise, parts=parts)
