from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def standard_list(ctx: PageContext) -> Markup:
    """The leadership standards that exercises touch: what each asks about leading with peers, and the exercises."""
    rows = [(one, _touching(ctx, one.id)) for one in ctx.library.standards]
    return ctx.render("standard_list", rows=rows)


def _touching(ctx: PageContext, id_: str) -> list[tuple[str, Exercise, str]]:
    """The exercises that touch a standard, by title, with what of it each touches."""
    found = [
        (slug, exercise, touch.theme)
        for slug, exercise in ctx.library.exercises.items()
        for touch in exercise.standards
        if touch.standard == id_
    ]
    return sorted(found, key=lambda one: one[1].title)
