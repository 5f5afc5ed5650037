from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import points_of
from casebook.render.context import Desk, component
from casebook.schema.exercise_parts import Pairs


@component
def statement_pairs(desk: Desk, _slug: str, part: Pairs) -> Markup:
    """Paired statements, one fieldset each."""
    scale = desk.library.scales[part.scale]
    return desk.render("statement_pairs", part=part, options=points_of(scale))
