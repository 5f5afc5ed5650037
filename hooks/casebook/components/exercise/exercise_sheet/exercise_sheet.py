from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def exercise_sheet(desk: Desk, slug: str) -> Markup:
    """One for each person: the parts to fill in by hand, A4."""
    return _sheet(desk, slug, large=False)


@component
def exercise_large_print(desk: Desk, slug: str) -> Markup:
    """The participant sheet in large type."""
    return _sheet(desk, slug, large=True)


def _sheet(desk: Desk, slug: str, large: bool) -> Markup:
    return desk.render("exercise_sheet", slug=slug, exercise=desk.library.exercises[slug], large=large)
