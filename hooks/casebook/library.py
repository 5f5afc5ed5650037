"""The loaded whole: every case, exercise, claim, form and word list, with every problem found on the way."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from casebook.checking.problems import Problem
from casebook.files import Loaded
from casebook.models.case import Case, Event, Finding, Source
from casebook.models.exercise import Exercise
from casebook.models.page import Claim, FormPage, MemberKind, Scale, Term, Vocabulary
from casebook.models.parts import Item, Pairs, RatedStatements
from casebook.models.room import Method, Session
from casebook.words import Words, load_words


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
    def number(self) -> int:
        """Its place, from 1, among the findings that its case has on the same claim with the same stance; 0 where it is the only one."""
        alike = [one.id for one in self.case.findings if (one.claim, one.stance) == (self.finding.claim, self.finding.stance)]
        return alike.index(self.finding.id) + 1 if len(alike) > 1 else 0

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
    memory: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What rendering remembers as long as this library stands."""

    @cached_property
    def words(self) -> Words:
        """The words of the interface."""
        return load_words(self.root)

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


def known_words(library: Library) -> dict[str, Collection[str]]:
    """Every vocabulary that a field may choose from, by name; the words of a list with their labels."""
    words: dict[str, Collection[str]] = {name: labels_of(getattr(library.vocabulary, name)) for name in Vocabulary.model_fields}
    pages: dict[str, dict[str, Any]] = {"claims": library.claim_pages, "forms": library.form_pages, "cases": library.case_files, "exercises": library.exercise_files}
    decisions = {f"{slug}/{decision.id}" for slug, case in library.cases.items() for decision in case.decisions}
    return words | {name: set(files) for name, files in pages.items()} | {"scales": set(library.scales), "decisions": decisions}


def labels_of(words: dict[str, Any]) -> dict[str, str]:
    """The words of one list: id and label."""
    return {id_: getattr(word, "label", word) for id_, word in words.items()}


def item_fingerprints(library: Library) -> dict[str, tuple[str, bool]]:
    """Every rated item: exercise/part/item, a fingerprint of its text, and whether an erratum stands."""
    found: dict[str, tuple[str, bool]] = {}
    for slug, exercise in library.exercises.items():
        for part in exercise.parts:
            for dimension in part.dimensions if isinstance(part, RatedStatements | Pairs) else ():
                for item in dimension.items:
                    words = item.text if isinstance(item, Item) else f"{item.left}\n{item.right}"
                    seal = hashlib.sha256(words.encode()).hexdigest()[:12]
                    found[f"{slug}/{part.id}/{item.id}"] = (seal, item.erratum is not None)
    return found
