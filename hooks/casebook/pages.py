"""Every page that is made from data: its path, title, description, and how its HTML is written. MkDocs and export both read from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

import casebook.components  # noqa: F401  registers every component
from casebook.checking.page_rules import unfit_pages
from casebook.components.sheets import SHEETS
from casebook.library import Library
from casebook.papers import papers_of
from casebook.prose import in_attribute
from casebook.punctuation import titled
from casebook.rendering import REGISTRY, Desk


@dataclass(frozen=True)
class Page:
    """A generated page. `path` ends in .html; `render` writes its HTML at a desk; `trail` is the breadcrumbs above it (path, words)."""

    path: str
    title: str
    description: str
    render: Callable[[Desk], Markup]
    kind: str
    trail: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    searched: bool = True

    @property
    def source(self) -> str:
        """The path of the page's source in docs/."""
        return str(PurePosixPath(self.path).with_suffix(".md"))

    def front_matter(self) -> str:
        """The front matter, with everything in it escaped: MkDocs plugins render titles, and themes print them as they are."""
        lines = ["---", f'title: "{_quoted(self.title)}"', f'description: "{_quoted(self.description)}"', "render_macros: false", f"kind: {self.kind}"]
        if self.scripts:
            lines.append(f"scripts: [{', '.join(self.scripts)}]")
        if not self.searched:
            lines.append("searched: false")
        if self.trail:
            lines.append("trail:")
            lines += [f'  - ["{path}", "{_quoted(words)}"]' for path, words in self.trail]
        return "\n".join([*lines, "---", ""])


def _quoted(text: str) -> str:
    """A text for a double-quoted YAML value, HTML and braces escaped, on one line."""
    return in_attribute(" ".join(text.split())).replace("\\", "\\\\")


def _component(name: str, *values: object, **named: object) -> Callable[[Desk], Markup]:
    return lambda desk: REGISTRY[name](desk, *values, **named)


def _watched(file: str, inner: Callable[[Desk], Markup]) -> Callable[[Desk], Markup]:
    """A page with the problems of its file above it, while there are any."""

    def render(desk: Desk) -> Markup:
        broken = any(problem.file == file for problem in desk.library.problems)
        return (REGISTRY["problem_panel"](desk, file) if broken else Markup("")) + inner(desk)

    return render


def every_page(library: Library, drafts: bool = False) -> Iterator[Page]:
    """Every page made from data, in no order that matters; the pages of drafts and broken files only where they are asked for, while serving."""
    yield from _case_pages(library)
    yield from _exercise_pages(library)
    yield from _learn_pages(library)
    yield from _session_pages(library)
    if drafts:
        yield from _problem_pages(library)


def _case_pages(library: Library) -> Iterator[Page]:
    cases = ("cases.html", library_words(library, "sections.cases"))
    for slug, loaded in library.case_files.items():
        case = library.cases.get(slug)
        if not case:
            continue
        home = f"cases/{slug}.html"
        yield Page(home, titled(case.title, case.place), case.summary, _watched(loaded.file, _component("case_story", slug)), "case", (cases,), ("case",))
        trail = (cases, (home, case.title))
        for decision in case.decisions:
            question = decision.seats[0].question
            path = f"cases/{slug}/{decision.id}.html"
            first = decision is case.decisions[0]  # what a later one rests on is the ending of an earlier one: search leads to none of it
            yield Page(path, question, case.summary, _component("decision_page", slug, decision.id), "decision", trail, ("case",), searched=first)
            for sheet in SHEETS:
                name = library_words(library, f"sheet.{sheet}")
                yield Page(
                    f"cases/{slug}/{decision.id}/{sheet}.html", f"{name}: {question}", name, _component(f"{sheet.replace('-', '_')}_sheet", slug, decision.id), "sheet",
                    (*trail, (path, question)), searched=False,
                )  # fmt: skip


def library_words(library: Library, key: str) -> str:
    """Words of the interface, for titles."""
    return library.words.say(key)


def _exercise_pages(library: Library) -> Iterator[Page]:
    exercises = ("exercises.html", library_words(library, "sections.exercises"))
    for slug, exercise in library.exercises.items():
        path = f"exercises/{slug}.html"
        yield Page(path, exercise.title, exercise.aim, _watched(f"exercises/{slug}.yml", _component("exercise_page", slug)), "exercise", (exercises,), ("exercise",))
        for paper in papers_of(exercise):
            name = library_words(library, f"exercise.{paper.name}")
            yield Page(
                f"exercises/{slug}/{paper.name}.html", f"{name}: {exercise.title}", exercise.aim, _component(paper.component, slug), "sheet",
                (exercises, (path, exercise.title)), searched=False,
            )  # fmt: skip


def _learn_pages(library: Library) -> Iterator[Page]:
    learn = ("learn/index.html", library_words(library, "sections.learn"))
    claims, forms = ("learn/claims/index.html", library_words(library, "learn.claims")), ("learn/forms/index.html", library_words(library, "learn.forms"))
    for id_, claim in library.claims.items():
        yield Page(f"learn/claims/{id_}.html", claim.statement, claim.statement, _component("claim_page", id_), "claim", (learn, claims), ("claim",))
    for id_, form in library.forms.items():
        yield Page(f"learn/forms/{id_}.html", form.label, form.statement, _component("form_page", id_), "form", (learn, forms), ("case",))


def _session_pages(library: Library) -> Iterator[Page]:
    """What each ready session prints; its plan is a page written by hand."""
    facilitate = ("facilitate/index.html", library_words(library, "sections.facilitate"))
    for id_, session in library.sessions.items():
        home = f"facilitate/sessions/{id_}.html"
        title = f"{library_words(library, 'session_plan.everything')}: {session.title}"
        trail = (facilitate, (home, session.title))
        yield Page(f"facilitate/sessions/{id_}/pack.html", title, session.good_for, _component("session_pack", id_), "sheet", trail, searched=False)


def _problem_pages(library: Library) -> Iterator[Page]:
    """A page for every file that is a draft or cannot be read, so that its contributor sees its problems; a readable draft stands below them."""
    for folder, files, good in (("cases", library.case_files, library.cases), ("exercises", library.exercise_files, library.exercises)):
        for slug, loaded in files.items():
            if slug not in good:
                yield Page(f"{folder}/{slug}.html", loaded.file, loaded.file, _draft(folder, slug, loaded.file), "problems", scripts=("case",), searched=False)
    for file in unfit_pages(library):
        yield Page(f"{file[5:-3]}.html", file, file, _component("problem_panel", file), "problems", searched=False)


def _draft(folder: str, slug: str, file: str) -> Callable[[Desk], Markup]:
    """The problems of a file, and below them what can be shown of it."""

    def render(desk: Desk) -> Markup:
        panel = REGISTRY["problem_panel"](desk, file)
        opened = Desk(desk.library.with_draft(folder, slug), desk.at, desk.site_url)
        if slug not in getattr(opened.library, folder):
            return panel
        return panel + REGISTRY["case_story" if folder == "cases" else "exercise_page"](opened, slug)

    return render
