"""Components of the site as a whole: problems, the library, the doors."""

from __future__ import annotations

from markupsafe import Markup

from casebook.components.cases import cover_label, modes_of
from casebook.rendering import Desk, component
from casebook.story import as_of, first_day


@component
def home_page(desk: Desk, slug: str, decision: str, *cases: str) -> Markup:
    """The first page: a sentence, one real decision to try at once, three doors, three cases."""
    shown = as_of(desk.library.cases[slug], first_day(desk.library.cases[slug]))
    return desk.render("home-page", slug=slug, decision=decision, cases=cases, doors=desk.words.at("home.doors"), caption=cover_label(desk, shown) + ".")


@component
def problem_panel(desk: Desk, file: str) -> Markup:
    """The problems of one file, as its contributor sees them while serving."""
    problems = [problem for problem in desk.library.problems if problem.file == file]
    return desk.render("problem-panel", file=file, problems=problems, draft=all(problem.warning for problem in problems))


@component
def case_library(desk: Desk) -> Markup:
    """Every case on a card, newest place in the alphabet last."""
    cases = sorted(desk.library.cases.items(), key=lambda one: one[1].title.lower())
    rows = [(slug, case, modes_of(case, first_day(case))) for slug, case in cases]
    return desk.render("case-library", rows=rows)


@component
def exercise_list(desk: Desk) -> Markup:
    """Every exercise, with its aim and minutes."""
    return desk.render("exercise-list", exercises=sorted(desk.library.exercises.items(), key=lambda one: one[1].title))
