"""What can be put into a run sheet: exercises and method cards, each with its steps and what it needs in the room."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.components.exercise.exercise_facilitator.spoken import words_of
from casebook.data.payloads.exercise import set_quotes
from casebook.data.payloads.room_sessions import ReadyItem, ReadyStep
from casebook.library.orders import in_order
from casebook.render.context import PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.schema.exercise import Exercise, Step
from casebook.schema.facilitation import Method
from casebook.schema.kinds import METHODS
from casebook.text.punctuation import ended, titled

NOT_BROUGHT = ("large-print", "short-large-print", "peer", "note")
"""Sheets that a group does without: the same in large type, and what a person has filled in before or after."""
SAY = "Say"
"""What leads to words that are said, where nothing else needs to be known of them."""


def ready_exercises(ctx: PageContext) -> list[ReadyItem]:
    """The exercises by their titles. Quotation marks are set already."""
    exercises = sorted(ctx.library.exercises.items(), key=lambda one: one[1].title.lower())
    return set_quotes([_exercise(ctx, slug, one) for slug, one in exercises])  # type: ignore[no-any-return]


def ready_methods(ctx: PageContext) -> list[ReadyItem]:
    """The method cards in their order. Quotation marks are set already."""
    return set_quotes([_method(ctx, id_, one) for id_, one in in_order(ctx.library, METHODS)])  # type: ignore[no-any-return]


def _exercise(ctx: PageContext, slug: str, exercise: Exercise) -> ReadyItem:
    """An exercise as a group does it; one that is for a single person as that person does it."""
    of_group = [step for step in exercise.plan if step.who != "alone"]
    first, *others = [_step(exercise, step) for step in of_group or exercise.plan]
    first["text"] = "\n".join(filter(None, (exercise.aim, first["text"])))
    kit = [*_sheets(ctx, exercise), *exercise.materials]
    return {"id": slug, "title": exercise.title, "kit": kit, "steps": [first, *others]}


def _step(exercise: Exercise, step: Step) -> ReadyStep:
    part = next((part.title for part in exercise.parts if part.id == step.part), None)
    words = list(words_of(step.text))
    return {
        "minutes": step.minutes,
        "title": titled(exercise.title, part) if part else exercise.title,
        "text": "\n".join(one.text for one in words if one.text),
        "say": "\n".join(one.say if one.lead == SAY else f"{one.lead}: “{one.say}”" for one in words if one.say),
    }


def _sheets(ctx: PageContext, exercise: Exercise) -> Iterator[str]:
    """The sheets to print for a group, a line each."""
    for sheet in sheets_of_exercise(exercise):
        if sheet.name not in NOT_BROUGHT:
            name = ctx.t("session_plan.sheet_of", what=ctx.t(f"exercise.{sheet.name}"), title=exercise.title)
            yield f"{ended(name)} {ctx.t(f'exercise.{sheet.name}_note')}"


def _method(ctx: PageContext, id_: str, method: Method) -> ReadyItem:
    """A method as one item, with its steps in the text: their minutes are short, and the room is in it throughout."""
    steps = [f"{ctx.t('session_plan.minutes', count=step.minutes)}: {step.text}" for step in method.steps]
    step: ReadyStep = {
        "minutes": method.minutes,
        "title": method.title,
        "text": "\n".join((method.purpose, *steps)),
        "say": "",
    }
    return {"id": id_, "title": method.title, "kit": list(method.materials), "steps": [step]}
