from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def round_notes(ctx: PageContext, slug: str) -> Markup:
    """For whoever runs a role round: what each seat alone knows, to mark; and, for after the debrief, what was done in
    reality and what each seat rests on.
    """
    exercise = ctx.library.exercises[slug]
    return ctx.render("round_notes", slug=slug, exercise=exercise, round=exercise.role_round)
