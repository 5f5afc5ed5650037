from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import FIRST_ROWS
from casebook.render.context import Desk, component
from casebook.schema.exercise_parts import STRENGTHS, Map


@component
def role_map(desk: Desk, _slug: str, part: Map) -> Markup:
    """A table of roles and a table of the ties between them."""
    kinds = [(id_, desk.library.kind(id_).label) for id_ in part.role_kinds]
    return desk.render("role_map", part=part, kinds=kinds, strengths=STRENGTHS, first=FIRST_ROWS)
