from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import numbers_of
from casebook.components.exercise.paper_measures import PEER
from casebook.render.context import PageContext, component
from casebook.render.paper.sides import divided
from casebook.schema.exercise_parts import RatedStatements


@component
def exercise_peer(ctx: PageContext, slug: str) -> Markup:
    """The statements in the third person, for a peer who says what they saw. Nothing of it is scored."""
    exercise = ctx.library.exercises[slug]
    parts = [part for part in exercise.parts if isinstance(part, RatedStatements) and part.peer_sheet]
    return ctx.render(
        "exercise_peer",
        slug=slug,
        exercise=exercise,
        parts=parts,
        numbers=numbers_of(exercise),
        arrange=lambda sheet: divided(sheet, PEER),
    )
