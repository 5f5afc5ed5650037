"""Components of the exercise pages: the page itself, the list, the suggested order, the coverage of the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from casebook.components.learn import exercises_on
from casebook.components.remarks import item_corrections
from casebook.exercise_data import cases_to_read, exercise_data
from casebook.models.base import Citation
from casebook.models.exercise import Exercise
from casebook.papers import papers_of
from casebook.prose import typographic
from casebook.punctuation import titled
from casebook.rendering import Desk, component
from casebook.source_names import names_in


@component
def exercise_page(desk: Desk, slug: str) -> Markup:
    """A whole exercise: what it is for, how to go about it, the form, what it rests on, the sheets."""
    exercise = desk.library.exercises[slug]
    related = [(case, desk.library.cases[case]) for case in exercise.related if case in desk.library.cases]
    return desk.render(
        "exercise-page", slug=slug, exercise=exercise, claims=[(id_, desk.library.claims[id_]) for id_ in exercise.claims if id_ in desk.library.claims],
        cited=_cite(desk, exercise), related=related, papers=papers_of(exercise), corrections=item_corrections(exercise),
    )  # fmt: skip


def _cite(desk: Desk, exercise: Exercise) -> Callable[[Citation], Markup]:
    """Notes that lead to the exercise's own list of sources, or to the bibliography."""
    own = {source.id for source in exercise.sources}

    def cite(citation: Citation) -> Markup:
        if citation.source not in own:
            return Markup(desk.cite(citation.source, citation.at))
        name = typographic(names_in(desk.library, exercise).short[citation.source])
        place = f", {citation.at}" if citation.at else ""
        return Markup('<span class="citation">(<a href="#source-{}">{}</a>{})</span>').format(citation.source, name, place)

    return cite


@component
def exercise_form(desk: Desk, slug: str) -> Markup:
    """The form of an exercise: its parts in order, the picture of the answers, and what can be done with them on the device."""
    exercise = desk.library.exercises[slug]
    data = exercise_data(desk.library, slug) | {"words": desk.words.at("exercise_form")}
    data["words"] = data["words"] | {"status": desk.say(f"exercise.status_{exercise.status}"), "not_assurance": desk.say("exercise.not_assurance")}
    data["readings"] = {place: reading(desk, case) for place, case in cases_to_read(desk.library, exercise).items()}
    return desk.render("exercise-form", slug=slug, exercise=exercise, data=data)


def reading(desk: Desk, slug: str) -> dict[str, str]:
    """A case to read: its words and its address."""
    case = desk.library.cases[slug]
    return {"title": typographic(titled(case.title, case.place)), "address": desk.link(f"cases/{slug}.html")}


@component
def exercise_card(desk: Desk, slug: str) -> Markup:
    """One exercise in a list: its name, aim, minutes and group."""
    exercise = desk.library.exercises[slug]
    return desk.render("exercise-card", slug=slug, exercise=exercise, kinds=kinds_of(exercise))


@component
def exercise_list(desk: Desk) -> Markup:
    """Every exercise, with filters by claim, minutes, kind and group."""
    exercises = sorted(desk.library.exercises.items(), key=lambda one: one[1].title)
    on_claim = {slug: [id_ for id_ in desk.library.claims if slug in exercises_on(desk.library, id_)] for slug, _ in exercises}
    claims = [(id_, claim) for id_, claim in desk.library.claims.items() if any(id_ in ids for ids in on_claim.values())]
    kinds = sorted({kind for _, exercise in exercises for kind in kinds_of(exercise)}, key=KINDS.index)
    words = {name: desk.words.at(f"exercise.{name}") for name in ("list_found", "list_none")}
    rows = [(slug, exercise, " ".join(on_claim[slug]), " ".join(kinds_of(exercise))) for slug, exercise in exercises]
    return desk.render("exercise-list", exercises=rows, claims=claims, kinds=kinds, words=words)


KINDS = ("statements", "pairs", "scenes", "cards", "grid", "text", "map")


def kinds_of(exercise: Exercise) -> list[str]:
    """The kinds of part that an exercise has, each once."""
    return sorted({part.kind for part in exercise.parts}, key=KINDS.index)


@component
def exercise_order(desk: Desk) -> Markup:
    """The suggested order: for a new network, and for one in trouble."""
    known = desk.library.exercises

    def steps(name: str) -> list[tuple[str, Exercise]]:
        return [(slug, known[slug]) for slug in desk.words.at(f"exercise.{name}") if slug in known]

    return desk.render("exercise-order", steps=steps)


@component
def coverage_table(desk: Desk) -> Markup:
    """Each claim with the exercises that work on it and the cases that speak to it; says so where none does. No totals."""
    library = desk.library
    rows = [(id_, claim, _linked(exercises_on(library, id_), library.exercises), _cases(desk, id_)) for id_, claim in library.claims.items()]
    return desk.render("coverage-table", rows=rows)


def _linked(slugs: Iterable[str], things: dict[str, Exercise]) -> list[tuple[str, Exercise]]:
    return sorted(((slug, things[slug]) for slug in slugs if slug in things), key=lambda one: one[1].title)


def _cases(desk: Desk, claim_id: str) -> list[tuple[str, str]]:
    """The cases that have a finding on a claim, by title. Which stance they take stands on the claim's page."""
    found = {told.slug: told.case.title for told in desk.library.findings.get(claim_id, [])}
    return sorted(found.items(), key=lambda one: one[1])


@component
def my_record(desk: Desk) -> Markup:
    """What is saved on this device: rounds side by side, taking them along, bringing them in, deleting them."""
    words = desk.words.at("record") | {"status_note": desk.say("exercise.not_assurance")}
    return desk.render("my-record", words=words)
