"""The loaded whole: every case, exercise, claim, form and word list, with every problem found on the way."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from casebook.checking.case_rules import CASE_RULES
from casebook.checking.exercise_rules import EXERCISE_RULES, check_citations
from casebook.checking.library_rules import check_ids_only_grow, check_prose, check_vocabulary
from casebook.checking.problems import Fault, Problem, in_words
from casebook.checking.shape import validate
from casebook.models.case import Case, Finding, Source
from casebook.models.exercise import Exercise, Pairs, Statements_
from casebook.models.room import Method, Session
from casebook.models.page import Bibliography, Claim, FormPage, Glossary, MemberKind, PolicyDates, Scale, Scales, Term, Vocabulary
from casebook.models.case import Event
from casebook.reading import Reading, Unreadable, decode, front_matter, read_text

M = TypeVar("M", bound=BaseModel)
LISTS = ("docs/learn/vocabulary.yml", "docs/learn/scales.yml", "docs/learn/bibliography.yml", "docs/learn/glossary.yml", "docs/learn/policy-dates.yml")


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """One file after reading: its model (or none), and what is wrong with its form."""

    file: str
    model: M | None
    reading: Reading | None
    problems: tuple[Problem, ...]
    body: str = ""
    body_line: int = 1

    def problem(self, path: tuple[str | int, ...], message: str) -> Problem:
        """A problem at a path of this file."""
        line = self.reading.line(path) if self.reading else 1
        return Problem(self.file, line, in_words(path), message, warning=self.is_draft)

    @property
    def is_draft(self) -> bool:
        """True when the file says draft: true, whatever else is wrong with it."""
        data = self.reading.data if self.reading else None
        return isinstance(data, dict) and data.get("draft") is True


_read_before: dict[tuple[str, str], tuple[str, Loaded[Any]]] = {}


def load_file(root: Path, path: Path, model: type[M], page: bool = False) -> Loaded[M]:
    """Reads one file into a model. A file whose content has not changed is not read again."""
    file = path.relative_to(root).as_posix()
    content = path.read_bytes()
    seal = hashlib.sha256(content).hexdigest()
    known = _read_before.get((str(path), model.__name__))
    if known and known[0] == seal:
        return known[1]
    loaded = _load(file, content, model, page)
    _read_before[str(path), model.__name__] = (seal, loaded)
    return loaded


def _load(file: str, content: bytes, model: type[M], page: bool) -> Loaded[M]:
    body, body_line = "", 1
    try:
        text = decode(content)
        if page:
            head, body = front_matter(text.replace("\r\n", "\n"))
            if not head:
                raise Unreadable(1, "has no front matter; begin the page with --- and its fields")
            body_line = head.count("\n") + 2
            text = head
        reading = read_text(text)
    except Unreadable as stop:
        return Loaded(file, None, None, (Problem(file, stop.line, "", stop.message),))
    draft = reading.data.get("draft") is True
    found, shape = validate(model, reading.data)
    faults: list[Fault] = list(shape)
    bare = [path for _, path, _ in reading.faults]
    problems = [Problem(file, line, in_words(path), message, draft) for line, path, message in reading.faults]
    problems += [Problem(file, reading.line(path), in_words(path), message, draft) for path, message in faults if path not in bare]
    return Loaded(file, found if not reading.faults else None, reading, tuple(problems), body, body_line)


@dataclass(frozen=True)
class Told:
    """A finding, with the case it stands in."""

    slug: str
    case: Case
    finding: Finding

    @property
    def id(self) -> str:
        """case/finding."""
        return f"{self.slug}/{self.finding.id}"

    @property
    def fingerprint(self) -> str:
        """Twelve characters that change when claim, stance, text or reading change."""
        words = "\n".join((self.finding.claim, self.finding.stance, self.finding.text, self.finding.reading))
        return hashlib.sha256(words.encode()).hexdigest()[:12]


@dataclass
class Library:
    """Everything that was loaded. Files that could not be read are missing here and stand under `problems`."""

    root: Path
    files: dict[str, Loaded[Any]] = field(default_factory=dict)
    case_files: dict[str, Loaded[Case]] = field(default_factory=dict)
    exercise_files: dict[str, Loaded[Exercise]] = field(default_factory=dict)
    claim_pages: dict[str, Loaded[Claim]] = field(default_factory=dict)
    form_pages: dict[str, Loaded[FormPage]] = field(default_factory=dict)
    session_pages: dict[str, Loaded[Session]] = field(default_factory=dict)
    method_pages: dict[str, Loaded[Method]] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(sectors={}, member_kinds={}, tie_kinds={}, themes={}, source_kinds={}, standpoints={}))
    scales: dict[str, Scale] = field(default_factory=dict)
    bibliography: dict[str, Source] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    policy_dates: tuple[Event, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The cases that are no drafts and have no fault of form, by slug."""
        return {slug: one.model for slug, one in self.case_files.items() if one.model and not one.model.draft}

    @cached_property
    def home_of(self) -> dict[int, str]:
        """The page of each case, by the identity of its object: components that are handed a case find their way home."""
        return {id(case): f"cases/{slug}.html" for slug, case in self.cases.items()}

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises that are no drafts and have no fault of form, by slug."""
        return {slug: one.model for slug, one in self.exercise_files.items() if one.model and not one.model.draft}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims, by id, in the order of the founding article."""
        read = [(id_, one.model) for id_, one in self.claim_pages.items() if one.model]
        return dict(sorted(read, key=lambda one: (one[1].order, one[0])))

    @cached_property
    def forms(self) -> dict[str, FormPage]:
        """The forms, by id."""
        return {id_: one.model for id_, one in self.form_pages.items() if one.model}

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """The ready sessions, by id."""
        return {id_: one.model for id_, one in self.session_pages.items() if one.model}

    @cached_property
    def methods(self) -> dict[str, Method]:
        """The method cards, by id."""
        return {id_: one.model for id_, one in self.method_pages.items() if one.model}

    @cached_property
    def findings(self) -> dict[str, list[Told]]:
        """Every finding of every case, by claim. Listed, never totalled."""
        by_claim: dict[str, list[Told]] = {claim: [] for claim in self.claims}
        for slug, case in self.cases.items():
            for finding in case.findings:
                by_claim.setdefault(finding.claim, []).append(Told(slug, case, finding))
        return by_claim

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the build: all but those of drafts."""
        return [problem for problem in self.problems if not problem.warning]

    def with_draft(self, folder: str, slug: str) -> Library:
        """The same library with one draft let in, so that its own page can be shown."""
        opened = copy.copy(self)
        loaded = getattr(self, "case_files" if folder == "cases" else "exercise_files").get(slug)
        if loaded and loaded.model:
            opened.__dict__[folder] = {**getattr(self, folder), slug: loaded.model}
            opened.__dict__.pop("findings", None)
        return opened

    def kind(self, id_: str) -> MemberKind:
        """A kind of member."""
        return self.vocabulary.member_kinds[id_]


def slugs(root: Path, folder: str, ending: str = ".yml") -> Iterator[tuple[str, Path]]:
    """The files of a folder, one item each; what begins with _ is a template."""
    for path in sorted((root / folder).glob(f"*{ending}")):
        if not path.name.startswith("_"):
            yield path.name.removesuffix(ending), path


def load(root: Path) -> Library:
    """Reads and checks everything below the project's folder. Never raises for what a contributor wrote."""
    library = Library(root)
    _load_lists(library)
    for folder, target, model in (("cases", library.case_files, Case), ("exercises", library.exercise_files, Exercise)):
        for slug, path in slugs(root, folder):
            target[slug] = load_file(root, path, model)  # type: ignore[index, type-var]
    for folder, pages, page_model in (("docs/learn/claims", library.claim_pages, Claim), ("docs/learn/forms", library.form_pages, FormPage)):
        for slug, path in slugs(root, folder, ".md"):
            if slug != "index":
                pages[slug] = load_file(root, path, page_model, page=True)  # type: ignore[index, type-var]
    for folder, rooms, room_model in (("docs/facilitate/sessions", library.session_pages, Session), ("docs/facilitate/methods", library.method_pages, Method)):
        for slug, path in slugs(root, folder, ".md"):
            if slug != "index":
                rooms[slug] = load_file(root, path, room_model, page=True)  # type: ignore[index, type-var]
    library.problems = sorted(set(_every_problem(library)))
    return library


def _load_lists(library: Library) -> None:
    models: tuple[tuple[str, type[BaseModel], Callable[[Any], None]], ...] = (
        (LISTS[0], Vocabulary, lambda found: setattr(library, "vocabulary", found)),
        (LISTS[1], Scales, lambda found: setattr(library, "scales", found.root)),
        (LISTS[2], Bibliography, lambda found: setattr(library, "bibliography", {source.id: source for source in found.sources})),
        (LISTS[3], Glossary, lambda found: setattr(library, "terms", found.terms)),
        (LISTS[4], PolicyDates, lambda found: setattr(library, "policy_dates", found.dates)),
    )
    for file, model, take in models:
        path = library.root / file
        if path.exists():
            library.files[file] = loaded = load_file(library.root, path, model)
            if loaded.model:
                take(loaded.model)


def known_words(library: Library) -> dict[str, set[str]]:
    """Every vocabulary that a field may choose from, by name."""
    words = {name: set(getattr(library.vocabulary, name)) for name in Vocabulary.model_fields}
    pages = {"claims": library.claim_pages, "forms": library.form_pages, "cases": library.case_files, "exercises": library.exercise_files}
    return words | {name: set(files) for name, files in pages.items()} | {"scales": set(library.scales)}


def _every_problem(library: Library) -> Iterator[Problem]:
    known = known_words(library)
    everything: Iterable[Loaded[Any]] = (
        *library.files.values(), *library.case_files.values(), *library.exercise_files.values(), *library.claim_pages.values(), *library.form_pages.values(),
        *library.session_pages.values(), *library.method_pages.values(),
    )  # fmt: skip
    for loaded in everything:
        yield from loaded.problems
        if loaded.model:
            yield from (loaded.problem(path, message) for path, message in check_vocabulary(loaded.model, known))
    for case in library.case_files.values():
        if case.model:
            yield from (case.problem(path, message) for rule in CASE_RULES for path, message in rule(case.model))
    yield from _exercise_problems(library)
    yield from _page_problems(library)


def _exercise_problems(library: Library) -> Iterator[Problem]:
    sources = set(library.bibliography)
    codes: dict[str, str] = {}
    for slug, loaded in library.exercise_files.items():
        exercise = loaded.model
        if not exercise:
            continue
        faults = [fault for rule in EXERCISE_RULES for fault in rule(exercise)] + list(check_citations(exercise, sources))
        yield from (loaded.problem(path, message) for path, message in faults)
        if exercise.code in codes:
            yield loaded.problem(("code",), f"“{exercise.code}” is the code of {codes[exercise.code]} already; choose another")
        elif exercise.code:
            codes[exercise.code] = slug
    path = library.root / "exercises/ids.txt"
    if path.exists():
        lines = [line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")]
        for id_, message in check_ids_only_grow({line[0]: line[1] for line in lines}, item_fingerprints(library)):
            file = f"exercises/{id_.partition('/')[0]}.yml"
            yield Problem(file if (library.root / file).exists() else "exercises/ids.txt", 1, id_, message)


def item_fingerprints(library: Library) -> dict[str, tuple[str, bool]]:
    """Every rated item: exercise/part/item, a fingerprint of its text, and whether an erratum stands."""
    found: dict[str, tuple[str, bool]] = {}
    for slug, exercise in library.exercises.items():
        for part in exercise.parts:
            for dimension in part.dimensions if isinstance(part, Statements_ | Pairs) else ():
                for item in dimension.items:
                    words = item.text if hasattr(item, "text") else f"{item.left}\n{item.right}"
                    seal = hashlib.sha256(words.encode()).hexdigest()[:12]
                    found[f"{slug}/{part.id}/{item.id}"] = (seal, item.erratum is not None)
    return found


def _page_problems(library: Library) -> Iterator[Problem]:
    sources = set(library.bibliography)
    pages: tuple[Loaded[Any], ...] = (*library.claim_pages.values(), *library.form_pages.values())
    for page in pages:
        for line, message in check_prose(page.body, sources, page.body_line):
            yield Problem(page.file, line, "", message)
    for path in sorted((library.root / "docs").glob("**/*.md")):
        text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        head, body = front_matter(text)
        if "\ncited: true" in head:
            for line, message in check_prose(body, sources, head.count("\n") + 2):
                yield Problem(path.relative_to(library.root).as_posix(), line, "", message)
    for name in ("glossary.yml", "policy-dates.yml"):
        loaded = library.files.get(f"docs/learn/{name}")
        if loaded and loaded.model:
            yield from _list_problems(loaded, sources)


def _list_problems(loaded: Loaded[Any], sources: set[str]) -> Iterator[Problem]:
    key = next(iter(type(loaded.model).model_fields))
    for index, entry in enumerate(getattr(loaded.model, key)):
        if not entry.has_ground:
            yield loaded.problem((key, index), "needs sources; name one from docs/learn/bibliography.yml, or say judgement: true")
        for citation in entry.sources:
            if citation.source not in sources:
                yield loaded.problem((key, index), f"there is no source “{citation.source}” in docs/learn/bibliography.yml")
