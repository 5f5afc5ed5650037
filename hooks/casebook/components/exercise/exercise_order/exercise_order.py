from __future__ import annotations

from markupsafe import Markup

from casebook.library.glimpses import Glimpse, glimpse
from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def exercise_order(ctx: PageContext, new: list[str], trouble: list[str], splits: list[str], last: list[str]) -> Markup:
    """The suggested order: for a new network, and for one in trouble."""
    known = ctx.library.exercises

    def steps(slugs: list[str]) -> list[tuple[str, Exercise]]:
        return [(slug, known[slug]) for slug in slugs if slug in known]

    def first_case(exercise: Exercise) -> Glimpse | None:
        return next(filter(None, (glimpse(ctx.library, slug) for slug in exercise.related)), None)

    return ctx.render(
        "exercise_order",
        new=steps(new),
        trouble=steps(trouble),
        splits=steps(splits),
        last=steps(last),
        first_case=first_case,
    )
