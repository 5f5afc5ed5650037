from __future__ import annotations

from markupsafe import Markup

from casebook.core import routes
from casebook.data.payloads.exercise import ExercisePagePayload, ReadingPayload, exercise_data, readings
from casebook.library.glimpses import glimpse
from casebook.render.context import PageContext, component
from casebook.render.paper.exercise_sheets import has_key, has_tally
from casebook.schema.exercise import Exercise
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled


@component
def exercise_form(ctx: PageContext, slug: str) -> Markup:
    """The form of an exercise: its parts in order, the picture of the answers, and what can be done with them on the
    device.
    """
    exercise = ctx.library.exercises[slug]
    words = {
        "status": ctx.t(f"exercise.status_{exercise.status}"),
        "not_assurance": ctx.t("exercise.not_assurance_alone"),
    }
    data: ExercisePagePayload = {
        **exercise_data(ctx.library, slug),
        "words": ctx.messages.at("exercise_form") | words,
        "readings": {place: reading(ctx, case) for place, case in readings(ctx.library, slug)},
    }
    alone = parts_alone(exercise)
    return ctx.render(
        "exercise_form",
        slug=slug,
        exercise=exercise,
        data=data,
        has_code=bool(exercise.code) and has_tally(exercise),
        has_key=has_key(exercise),
        alone=alone,
        last_alone=[part.id for part in exercise.parts if part.id in alone][-1],
    )


def parts_alone(exercise: Exercise) -> set[str]:
    """The parts that one person fills in: those that the plan gives to nobody but a group are left out, unless that
    leaves none.
    """
    ways: dict[str | None, set[str]] = {}
    for step in exercise.plan:
        ways.setdefault(step.part, set()).add(step.who)
    every = {part.id for part in exercise.parts}
    return {id_ for id_ in every if ways.get(id_) != {"group"}} or every


def reading(ctx: PageContext, slug: str) -> ReadingPayload:
    """A case to read: its words and its address."""
    case = glimpse(ctx.library, slug)
    assert case
    return {"title": typographic(titled(case.title, case.place)), "address": ctx.link(routes.case(slug))}
