from __future__ import annotations

from markupsafe import Markup

from casebook.library.glimpses import glimpse
from casebook.render.context import PageContext, component
from casebook.render.paper.exercise_sheets import has_tally, note_of, sheets_of_exercise
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Item, Pair


@component
def exercise_page(ctx: PageContext, slug: str) -> Markup:
    """A whole exercise: what it is for, how to go about it, the form, what it rests on, the sheets."""
    exercise = ctx.library.exercises[slug]
    related = [case for case in (glimpse(ctx.library, one) for one in exercise.related) if case]
    return ctx.render(
        "exercise_page",
        slug=slug,
        exercise=exercise,
        claims=[(id_, ctx.library.claims[id_]) for id_ in exercise.claims if id_ in ctx.library.claims],
        related=related,
        papers=[(paper.name, ctx.t(note_of(exercise, paper.name))) for paper in sheets_of_exercise(exercise)],
        counts=has_tally(exercise),
        standards={standard.id: standard.name for standard in ctx.library.standards},
        corrections=item_corrections(exercise),
        ways=_ways(exercise),
        minutes_alone=_minutes(ctx, exercise.minutes_alone),
        minutes_group=_minutes(ctx, exercise.minutes_group),
        people=ctx.people(exercise.group),
        judged=[one for part in exercise.parts for one in part.patterns if one.when.people_judge],
    )


def _minutes(ctx: PageContext, count: int) -> str:
    """How long it takes, in words."""
    return ctx.t("exercise.minutes", count=count) if count else ctx.t("exercise.no_minutes")


def _ways(exercise: Exercise) -> list[tuple[str, str]]:
    """The ways to adapt an exercise that it says something about, with what it says."""
    adapt = exercise.adapt
    ways = (("online", adapt.online), ("paper", adapt.paper), ("access", adapt.access), ("room", adapt.room))
    return [(way, text) for way, text in ways if text]


def item_corrections(exercise: Exercise) -> list[tuple[str, str]]:
    """The statements and pairs of an exercise whose words were changed after publication, and why."""
    items = [item for _, item in exercise.everything if isinstance(item, Item | Pair)]
    return [
        (item.text if isinstance(item, Item) else f"{item.left} / {item.right}", item.erratum)
        for item in items
        if item.erratum
    ]
