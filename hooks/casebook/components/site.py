"""Components of the site as a whole: problems, the library, the doors."""

from __future__ import annotations

from markupsafe import Markup

from casebook.components.networks import cover_label
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
def page_trouble(desk: Desk, reason: str) -> Markup:
    """What stands, while serving, in the place of a part that cannot be shown."""
    return desk.render("page-trouble", reason=reason)


@component
def search_box(desk: Desk) -> Markup:
    """The search box of the search page; without script or from a disk it leads to the filter of the cases."""
    return desk.render("search-box")
