from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def learning_note(ctx: PageContext, exercise: str = "") -> Markup:
    """A one-page note of what was done and learnt, to fill in by hand and keep; for an exercise, with its name and the
    leadership standards that it touches.
    """
    one = ctx.library.exercises[exercise] if exercise else None
    names = {standard.id: standard.name for standard in ctx.library.standards}
    touched = [(names[touch.standard], touch.theme) for touch in one.standards] if one else []
    return ctx.render("learning_note", exercise=one, touched=touched, lines=ctx.messages.at("learning_note.lines"))
