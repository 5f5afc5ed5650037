"""Every page that is made from data: its path, title, description, and how its HTML is written.

MkDocs and export both read from here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from casebook.components.case.case_page.case_page import case_page
from casebook.components.decision.decision_page.decision_page import decision_page
from casebook.components.decision.room_page.room_page import room_page
from casebook.components.exercise.exercise_page.exercise_page import exercise_page
from casebook.components.exercise.exercise_paper.exercise_paper import exercise_paper
from casebook.components.facilitate.session_pack.session_pack import session_pack
from casebook.components.learn.claim_page.claim_page import claim_page
from casebook.components.learn.form_page.form_page import form_page
from casebook.core import routes
from casebook.core.attempts import attempt
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.kinds import CASES, CLAIMS, EXERCISES, FORMS, KINDS, MADE_PAGES, SESSIONS
from casebook.text.markdown import in_attribute
from casebook.text.punctuation import titled

PRINTS = ("prints",)
"""The script of pages that are printed for a number of people."""


@dataclass(frozen=True)
class Page:
    """A generated page.

    `path` ends in .html; `render` writes its HTML, given a page context; `trail` is the breadcrumbs above it (path,
    words).
    """

    path: str
    title: str
    description: str
    render: Callable[[PageContext], Markup]
    kind: str
    trail: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    searched: bool = True
    place: str = ""
    """Where a case or a decision is; the search shows it with a result."""
    image: str = ""
    """The picture that goes with a shared link, from the root of the site; empty where there is none."""
    image_alt: str = ""
    """What that picture shows."""
    kept: bool = True
    """False for a page that is written anew each time, because nothing notes what it rests on."""

    @property
    def source(self) -> str:
        """The path of the page's source in docs/."""
        return str(PurePosixPath(self.path).with_suffix(".md"))

    @property
    def replaces(self) -> bool:
        """True where the page is made from a Markdown page of the same name: a claim, a form."""
        return self.path.startswith(tuple(f"{kind.address}/" for kind in MADE_PAGES))

    def fields(self) -> dict[str, Any]:
        """What the frame is told of the page, by the names of front matter, with every text in it escaped: MkDocs
        plugins render titles, and themes print them as they are.
        """
        texts = {"place": self.place, "image": self.image, "image_alt": self.image_alt}
        return {
            "title": _escaped(self.title),
            "description": _escaped(self.description),
            "render_macros": False,
            "kind": self.kind,
            **({"scripts": list(self.scripts)} if self.scripts else {}),
            **{name: _escaped(text) for name, text in texts.items() if text},
            **({} if self.searched else {"searched": False}),
            **({"trail": [[path, _escaped(words)] for path, words in self.trail]} if self.trail else {}),
        }

    def front_matter(self) -> str:
        """The same as front matter."""
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in self.fields().items()]
        return "\n".join(["---", *lines, "---", ""])


def _escaped(text: str) -> str:
    """A text with HTML and braces escaped, on one line."""
    return in_attribute(" ".join(text.split()))


def _written_by(function: Callable[..., Markup], *values: object) -> Callable[[PageContext], Markup]:
    """What writes a page: a component with all that it takes but the page context."""
    return lambda ctx: function(ctx, *values)


def made(library: Library, path: str, make: Callable[[], Iterator[Page]]) -> list[Page]:
    """The pages of one item; none, while serving, where they cannot be made."""
    return attempt(library, path, lambda: list(make())) or []


def case_pages(library: Library, slug: str) -> Iterator[Page]:
    """The pages of a case: its story, and for each decision a page, and one for whoever runs the session."""
    case = library.cases[slug]
    cases = (routes.CASES, library_words(library, "sections.cases"))
    home = routes.case(slug)
    yield Page(
        home,
        titled(case.title, case.place),
        case.summary,
        _written_by(case_page, slug),
        "case",
        (cases,),
        ("case",),
        place=case.place,
        image=routes.share_image(slug),
    )
    trail = (cases, (home, case.title))
    for decision in case.decisions:
        question = decision.seats[0].question
        path = routes.decision(slug, decision.id)
        # what a later one rests on is the ending of an earlier one: search leads to none of it
        first = decision is case.decisions[0]
        yield Page(
            path,
            question,
            case.summary,
            _written_by(decision_page, slug, decision.id),
            "decision",
            trail,
            ("case",),
            searched=first,
            place=case.place,
            image=routes.share_image(slug),
        )
        yield Page(
            routes.room(slug, decision.id),
            library.messages.t("room_page.title", question=question),
            library_words(library, "room_page.holds"),
            _written_by(room_page, slug, decision.id),
            "sheet",
            (*trail, (path, question)),
            PRINTS,
            searched=False,
        )


def library_words(library: Library, key: str) -> str:
    """Words of the interface, for titles."""
    return library.messages.t(key)


def exercise_pages(library: Library, slug: str) -> Iterator[Page]:
    """The pages of an exercise: its form, and its sheets."""
    exercise = library.exercises[slug]
    exercises = (routes.EXERCISES, library_words(library, "sections.exercises"))
    path = routes.exercise(slug)
    yield Page(
        path, exercise.title, exercise.aim, _written_by(exercise_page, slug), "exercise", (exercises,), ("exercise",)
    )
    trail = (exercises, (path, exercise.title))
    yield Page(
        routes.exercise_paper(slug),
        library.messages.t("exercise_paper.title", title=exercise.title),
        exercise.aim,
        _written_by(exercise_paper, slug),
        "sheet",
        trail,
        PRINTS,
        searched=False,
    )


def claim_pages(library: Library, id_: str) -> Iterator[Page]:
    """The page of a claim."""
    claim = library.claims[id_]
    trail = (
        (routes.LEARN, library_words(library, "sections.learn")),
        (routes.CLAIMS, library_words(library, "learn.claims")),
    )
    yield Page(
        routes.claim(id_), claim.statement, claim.statement, _written_by(claim_page, id_), "claim", trail, ("claim",)
    )


def form_pages(library: Library, id_: str) -> Iterator[Page]:
    """The page of a form."""
    form = library.forms[id_]
    trail = (
        (routes.LEARN, library_words(library, "sections.learn")),
        (routes.FORMS, library_words(library, "learn.forms")),
    )
    yield Page(routes.form(id_), form.label, form.statement, _written_by(form_page, id_), "form", trail, ("case",))


def session_pages(library: Library, id_: str) -> Iterator[Page]:
    """What a ready session prints; its plan is a page written by hand."""
    session = library.sessions[id_]
    facilitate = (routes.FACILITATE, library_words(library, "sections.facilitate"))
    title = f"{library_words(library, 'session_plan.everything')}: {session.title}"
    trail = (facilitate, (routes.session(id_), session.title))
    yield Page(
        routes.session_pack(id_),
        title,
        session.good_for,
        _written_by(session_pack, id_),
        "sheet",
        trail,
        (*session.scripts, *PRINTS),
        searched=False,
    )


PAGES_OF: dict[str, Callable[[Library, str], Iterator[Page]]] = {
    CASES.name: case_pages,
    EXERCISES.name: exercise_pages,
    CLAIMS.name: claim_pages,
    FORMS.name: form_pages,
    SESSIONS.name: session_pages,
}
"""What writes the pages of an item, by the name of its kind."""


def every_page(library: Library) -> Iterator[Page]:
    """Every page made from sound files, in no order that matters."""
    for kind in KINDS:
        write = PAGES_OF.get(kind.name)
        if write:
            for id_ in library.sound_ids(kind):
                yield from made(library, routes.item(kind.name, id_), partial(write, library, id_))
