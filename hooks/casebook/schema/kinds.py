"""The kinds of content: each has a folder, in which every file is one item. A new kind begins with a line here.

`docs/contribute/architecture.md` says what else it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from casebook.schema.case import Case
from casebook.schema.exercise import Exercise
from casebook.schema.facilitation import Method, Session
from casebook.schema.reference_pages import Claim, Essay, FormPage

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Kind(Generic[M]):
    """A kind of content."""

    name: str
    """What the library, and the fields that choose from it, call it."""
    called: str
    """One of it, as a message says it: a case, an exercise."""
    folder: str
    """The folder of its files, from the project's folder."""
    model: type[M]
    schema_file: str = ""
    """The JSON Schema beside its files; none for pages."""
    counted: str = ""
    """One of it, as `casebook check` counts it; empty where it does not."""
    is_made: bool = True
    """True where its pages are made from data alone; false where a page is written by hand below its fields, which are
    a `WrittenPage`."""
    card: str = ""
    """The component that a page written by hand calls with its own id, so that it shows its fields: method_card."""

    @property
    def is_page(self) -> bool:
        """True where a file is a Markdown page with the fields as its front matter; false where it is YAML."""
        return self.folder.startswith("docs/")

    @property
    def singular(self) -> str:
        """One of it, without the article."""
        return self.called.partition(" ")[2]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters of components that take ids of this kind: methods, method, method_id."""
        one = self.singular.replace(" ", "_")
        return self.name, one, f"{one}_id"

    @property
    def ending(self) -> str:
        """How its files end."""
        return ".md" if self.is_page else ".yml"

    @property
    def address(self) -> str:
        """The folder of its pages, from the root of the site."""
        return self.folder.removeprefix("docs/")


CASES = Kind("cases", "a case", "cases", Case, "case.schema.json", counted="case")
EXERCISES = Kind("exercises", "an exercise", "exercises", Exercise, "exercise.schema.json", counted="exercise")
CLAIMS = Kind("claims", "a claim", "docs/learn/claims", Claim, counted="claim")
FORMS = Kind("forms", "a form", "docs/learn/forms", FormPage, counted="form")
ESSAYS = Kind("essays", "an essay", "docs/learn/essays", Essay, is_made=False, card="essay_opening")
SESSIONS = Kind("sessions", "a session", "docs/facilitate/sessions", Session, is_made=False, card="session_plan")
METHODS = Kind("methods", "a method", "docs/facilitate/methods", Method, is_made=False, card="method_card")
KINDS: tuple[Kind[Any], ...] = (CASES, EXERCISES, CLAIMS, FORMS, ESSAYS, SESSIONS, METHODS)
MADE = tuple(kind for kind in KINDS if kind.is_made)
"""The kinds whose pages are made from data alone."""
MADE_PAGES = tuple(kind for kind in MADE if kind.is_page)
"""Of these, the kinds whose files are Markdown pages: the text below the fields is prose that cites."""
WRITTEN_PAGES = tuple(kind for kind in KINDS if kind.is_page and not kind.is_made)
"""The kinds of pages with fields, whose text calls components."""
