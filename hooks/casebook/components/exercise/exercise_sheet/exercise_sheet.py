from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def exercise_sheet(ctx: PageContext, slug: str) -> Markup:
    """One for each person: the parts to fill in by hand, A4."""
    return _sheet(ctx, slug, large=False)


@component
def exercise_large_print(ctx: PageContext, slug: str) -> Markup:
    """The participant sheet in large type."""
    return _sheet(ctx, slug, large=True)


def _sheet(ctx: PageContext, slug: str, large: bool) -> Markup:
    return ctx.render("exercise_sheet", slug=slug, exercise=ctx.library.exercises[slug], large=large)
