from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import Setting, SheetStyle

ON_PAPER = SheetStyle({"tr": Setting(beside=(0.22, 0.5, 0))})
"""The measures of round_notes.css for paper."""


@component
def round_notes(ctx: PageContext, slug: str) -> Markup:
    """For whoever runs a role round: what each seat alone knows, to mark; and, for after the debrief, what was done in
    reality and what each seat rests on. A sheet of two sides.
    """
    exercise = ctx.library.exercises[slug]
    return ctx.render("round_notes", slug=slug, exercise=exercise, round=exercise.role_round, fit=ON_PAPER.fit)
