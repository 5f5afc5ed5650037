"""Components of the site as a whole: problems, the library, the doors."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup, escape

from casebook.components.networks import cover_label
from casebook.opening import unfinished
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
def problem_panel(desk: Desk, file: str, rest: bool | None = None) -> Markup:
    """The problems of one file, as its contributor sees them while serving; `rest`: whether what can be read of it follows."""
    problems = [problem for problem in desk.library.problems if problem.file == file]
    said = [(f"{problem.file}:{problem.line}", verbatim(problem.where), verbatim(problem.message)) for problem in problems]
    draft = all(problem.warning for problem in problems)
    return desk.render("problem-panel", problems=said, draft=draft, rest=bool(rest), alone=rest is False)


def verbatim(text: str) -> Markup:
    """A text as the command line prints it: a remedy is typed as it is shown, so that no quotation mark and no hyphen in it is set anew."""
    return escape(text)


@component
def page_trouble(desk: Desk, reason: str) -> Markup:
    """What is shown, while serving, in the place of a part that needs something missing or broken: what it asked for, and the files with problems."""
    names = set(re.findall(r"[\w-]+", reason))
    broken = [one for one in unfinished(desk.library) if (one.problems and not one.draft) or Path(one.file).stem in names]
    return desk.render("page-trouble", reason=verbatim(reason), broken=broken)


@component
def part_missing(desk: Desk, reason: str) -> Markup:
    """What is shown, on the own page of a file with problems, in the place of a part that cannot be shown until they are mended."""
    return desk.render("part-missing", reason=verbatim(reason))


@component
def draft_mark(desk: Desk, draft: bool = True) -> Markup:
    """The mark on a sheet or a page of a draft, or of a file with problems: it is not published."""
    return desk.render("draft-mark", draft=draft)


@component
def draft_list(desk: Desk) -> Markup:
    """Every draft and every file with problems, with a link to its page; nothing where there is none. It is shown while serving only."""
    return desk.render("draft-list", files=unfinished(desk.library))


@component
def search_box(desk: Desk) -> Markup:
    """The search box of the search page; without script or from a disk it leads to the filter of the cases."""
    return desk.render("search-box")
