from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import STRENGTHS, Map

PAPER_ROLES, PAPER_TIES = 16, 12


@component
def paper_map(ctx: PageContext, part: Map) -> Markup:
    """The blank tables of a map: roles, and the ties between them, to be filled in by hand."""
    roles = min(part.roles_up_to, PAPER_ROLES)
    kinds = [ctx.library.kind(id_).label for id_ in part.role_kinds]
    return ctx.render("paper_map", part=part, roles=roles, ties=PAPER_TIES, strengths=STRENGTHS, kinds=kinds)
