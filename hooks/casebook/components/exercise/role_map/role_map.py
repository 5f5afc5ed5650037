from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import FIRST_ROWS
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import STRENGTHS, Map


@component
def role_map(ctx: PageContext, _slug: str, part: Map) -> Markup:
    """A table of roles and a table of the ties between them."""
    kinds = [(id_, ctx.library.kind(id_).label) for id_ in part.role_kinds]
    return ctx.render(
        "role_map",
        part=part,
        kinds=kinds,
        strengths=STRENGTHS,
        first=FIRST_ROWS,
        role_numbers=range(1, part.roles_up_to + 1),
    )
