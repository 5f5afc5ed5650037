from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from casebook.components.exercise.exercise_facilitator.spoken import words_of
from casebook.components.facilitate.session_sides import Sides, arranged
from casebook.components.facilitate.session_step_list.session_step_list import session_step_list
from casebook.components.facilitate.session_steps import ShownStep
from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def exercise_facilitator(ctx: PageContext, slug: str) -> Markup:
    """For whoever runs an exercise: what to know before, the minutes with the words to say, what to talk about after,
    and how to do it otherwise.
    """
    exercise = ctx.library.exercises[slug]
    steps = list(_steps(exercise))

    def listed(some: Sequence[ShownStep]) -> Markup:
        return session_step_list(ctx, some, None, late=ctx.t("exercise.plan_note") if some[0] is steps[0] else "")

    def arrange(before: Markup, after: Markup) -> Sides:
        return arranged(exercise.title, before, [listed([step]) for step in steps], after=after)

    return ctx.render(
        "exercise_facilitator",
        exercise=exercise,
        beforehand=[step.text for step in exercise.plan if step.who == "alone"],
        steps=steps,
        listed=listed,
        arrange=arrange,
    )


def _steps(exercise: Exercise) -> Iterator[ShownStep]:
    """The steps of a group, with the minute at which each begins."""
    begins = 0
    for step in exercise.plan:
        if step.who != "alone":
            yield ShownStep(step.minutes, begins, "", tuple(words_of(step.text)))
            begins += step.minutes
