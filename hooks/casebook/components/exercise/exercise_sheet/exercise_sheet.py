from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.answer_points import numbers_of, short_form
from casebook.components.exercise.paper_measures import LARGE, ON_PAPER
from casebook.render.context import PageContext, component
from casebook.render.paper.sides import LARGE_PRINT, NEW_LARGE_SIDE, Sides, divided


@component
def exercise_sheet(ctx: PageContext, slug: str) -> Markup:
    """One for each person: the parts to fill in by hand, A4."""
    return _sheet(ctx, slug)


@component
def exercise_short(ctx: PageContext, slug: str) -> Markup:
    """The statements of the short form alone, for each person, A4."""
    return _sheet(ctx, slug, short=True)


@component
def exercise_large_print(ctx: PageContext, slug: str) -> Markup:
    """The participant sheet in large type."""
    return _sheet(ctx, slug, large=True)


@component
def exercise_short_large_print(ctx: PageContext, slug: str) -> Markup:
    """The short form in large type."""
    return _sheet(ctx, slug, short=True, large=True)


def _sheet(ctx: PageContext, slug: str, *, short: bool = False, large: bool = False) -> Markup:
    exercise = ctx.library.exercises[slug]

    def arrange(sheet: Markup) -> Sides:
        """The sheet for both sizes: what begins a side in the one, and what does in the other."""
        plain = divided(sheet, ON_PAPER)
        big = divided(plain.html, LARGE, LARGE_PRINT, NEW_LARGE_SIDE)
        return Sides(big.html, plain.size, big.count if large else plain.count)

    return ctx.render(
        "exercise_sheet",
        slug=slug,
        exercise=short_form(exercise) if short else exercise,
        numbers=numbers_of(exercise, short),
        short=short,
        large=large,
        arrange=arrange,
    )
