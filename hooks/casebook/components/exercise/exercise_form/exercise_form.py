from __future__ import annotations

from markupsafe import Markup

from casebook.data.payloads.exercise import cases_to_read, exercise_data
from casebook.render.context import Desk, component
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled


@component
def exercise_form(desk: Desk, slug: str) -> Markup:
    """The form of an exercise: its parts in order, the picture of the answers, and what can be done with them on the device."""
    exercise = desk.library.exercises[slug]
    data = exercise_data(desk.library, slug) | {"words": desk.words.at("exercise_form")}
    data["words"] = data["words"] | {"status": desk.say(f"exercise.status_{exercise.status}"), "not_assurance": desk.say("exercise.not_assurance")}
    data["readings"] = {place: reading(desk, case) for place, case in cases_to_read(desk.library, exercise).items()}
    return desk.render("exercise_form", slug=slug, exercise=exercise, data=data)


def reading(desk: Desk, slug: str) -> dict[str, str]:
    """A case to read: its words and its address."""
    case = desk.library.cases[slug]
    return {"title": typographic(titled(case.title, case.place)), "address": desk.link(f"cases/{slug}.html")}
