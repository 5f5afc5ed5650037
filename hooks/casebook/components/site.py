"""Components of the site as a whole: problems, the library, the doors."""

from __future__ import annotations

from markupsafe import Markup

from casebook.components.networks import cover_label
from casebook.rendering import Desk, component
from casebook.story import as_of, first_day


@component
def home_page(desk: Desk, slug: str, decision: str, *cases: str) -> Markup:
    """The first page: a sentence, one real decision to try at once, three doors, three cases."""
    case = desk.library.cases[slug]
    caption = cover_label(desk, as_of(case, first_day(case))) + "."
    cited = next(one for one in case.decisions if one.id == decision).situation
    return desk.render("home-page", slug=slug, decision=decision, cases=cases, doors=desk.words.at("home.doors"), caption=caption, cited=cited)


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
