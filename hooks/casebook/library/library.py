"""The loaded whole: every case, exercise, claim, form and word list, with every problem found on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from casebook.library.recorder import RecordedItems, Recorder
from casebook.library.source_file import FileCache, M, SourceFile
from casebook.schema.case import Case, Finding, Source
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Item, Pairs, RatedStatements
from casebook.schema.facilitation import Method, Session
from casebook.schema.kinds import CASES, CLAIMS, ESSAYS, EXERCISES, FORMS, KINDS, MADE, METHODS, SESSIONS, Kind
from casebook.schema.reference_pages import (
    Claim,
    Essay,
    FormPage,
    MemberKind,
    PolicyDate,
    Scale,
    Standard,
    Synonyms,
    Term,
    Vocabulary,
    WordToday,
)
from casebook.validation.issues import Issue
from casebook.wording.messages import WORDS, Messages, load_messages
from casebook.yamlfiles.kept_files import KeptFiles, digest_of

VOCABULARY, SCALES, BIBLIOGRAPHY = "docs/learn/vocabulary.yml", "docs/learn/scales.yml", "docs/learn/bibliography.yml"
SYNONYMS = "docs/learn/synonyms.yml"
WORDS_TODAY, STANDARDS = "docs/learn/words-of-today.yml", "docs/learn/standards.yml"
LISTS = (
    VOCABULARY,
    SCALES,
    BIBLIOGRAPHY,
    "docs/learn/glossary.yml",
    "docs/learn/policy-dates.yml",
    SYNONYMS,
    WORDS_TODAY,
    STANDARDS,
)
FIRST = frozenset((*LISTS, WORDS))
"""The lists that everything else rests on: their problems are named before all others."""


@dataclass(frozen=True)
class CaseFinding:
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
        """Its place, from 1, among the findings that its case has on the same claim with the same stance; 0 where it is
        the only one.
        """
        alike = [
            one.id for one in self.case.findings if (one.claim, one.stance) == (self.finding.claim, self.finding.stance)
        ]
        return alike.index(self.finding.id) + 1 if len(alike) > 1 else 0

    @property
    def fingerprint(self) -> str:
        """Twelve characters that change when claim, stance, text, limits or reading change."""
        finding = self.finding
        said = (finding.claim, finding.stance, finding.text, finding.limits or "", finding.reading)
        words = "\n".join(text for text in said if text)
        return hashlib.sha256(words.encode()).hexdigest()[:12]


P = ParamSpec("P")
T = TypeVar("T")
RestsOn = tuple[str, list[list[str]]]
"""What a text rests on: the digest of settings, words and lists, and notes of the recorder, each with a digest at its
end. See `casebook.core.remembering`."""
PLAIN_VALUES: dict[str, Callable[..., object]] = {}
"""Every function that is a `plain_value`, by its name."""


def per_library(work: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """A function of a library, and of values that can be keys, that works once for each as long as the library
    stands.

    Whoever asks for its result rests on all that it looked at when it worked.
    """

    @wraps(work)
    def look(library: Library, /, *values: P.args, **named: P.kwargs) -> T:
        known = library.memory.setdefault(work, {})
        if values not in known:
            with library.recorder.listening() as notes:
                known[values] = (work(library, *values, **named), notes)
        result: T
        result, rests_on = known[values]
        library.recorder.add(rests_on)
        return result

    return look


def plain_value(work: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """A function of a library and of texts whose result is plain (texts, numbers, tuples of them).

    Whoever asks for it rests on that result alone, whatever it looked at: the title of the next case, say.
    """
    name = f"{work.__module__}.{work.__qualname__}"
    PLAIN_VALUES[name] = work

    @wraps(work)
    def look(library: Library, /, *values: P.args, **named: P.kwargs) -> T:
        with library.recorder.listening():
            result = work(library, *values, **named)
        library.recorder.add([("value", name, json.dumps(values), digest_of(repr(result)))])
        return result

    return look


@dataclass
class Library:
    """Everything that was loaded. Files that could not be read are missing here and stand under `problems`."""

    root: Path
    list_files: dict[str, SourceFile[Any]] = field(default_factory=dict)
    """The lists, by file: vocabulary, scales, bibliography and so on."""
    item_files: dict[str, dict[str, SourceFile[Any]]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    """The file of every item, by the name of its kind and by id."""
    vocabulary: Vocabulary = field(
        default_factory=lambda: Vocabulary(
            sectors={}, member_kinds={}, tie_kinds={}, themes={}, source_kinds={}, standpoints={}
        )
    )
    scales: dict[str, Scale] = field(default_factory=dict)
    bibliography: dict[str, Source] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    policy_dates: tuple[PolicyDate, ...] = ()
    words_today: tuple[WordToday, ...] = ()
    standards: tuple[Standard, ...] = ()
    synonyms: Synonyms = field(default_factory=Synonyms)
    issues: list[Issue] = field(default_factory=list)
    serving: bool = False
    """True while the site is served: what cannot be shown then says so in its place, and the server goes on."""
    opened: str = ""
    """The file whose own page is written, where it is a draft or has problems; see `casebook.core.opened_files`."""
    files_read: FileCache = field(default_factory=dict, repr=False, compare=False)
    """The files that were read; a server hands it from one library to the next."""
    kept: KeptFiles | None = field(default=None, repr=False, compare=False)
    """What was read by earlier builds; None where nothing is kept."""
    texts_kept: KeptFiles | None = field(default=None, repr=False, compare=False)
    """What was written from it by earlier builds; see `casebook.core.remembering`."""
    rests_on: dict[str, RestsOn] = field(default_factory=dict, repr=False, compare=False)
    """What each text that a server wrote or found rests on, by its key; it is handed from one library to the next."""
    settings: str = ""
    """How it is built, as one text: everything that a page may rest on and that is no content."""
    sound_items: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    """The sound items that were asked for, by the name of their kind; see `sound`."""
    recorder: Recorder = field(default_factory=Recorder, repr=False, compare=False)
    """What notes, while a page is written, what of the items it rests on."""
    memory: dict[Any, dict[Any, Any]] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out from this library, by the function that did: see `per_library`."""

    @cached_property
    def messages(self) -> Messages:
        """The words of the interface."""
        return load_messages(self.root)

    @property
    def broken(self) -> set[str]:
        """The files with errors: each is kept off every page but its own."""
        return {issue.file for issue in self.issues if not issue.warning}

    def files_of(self, kind: Kind[M]) -> dict[str, SourceFile[M]]:
        """The files of a kind, by id, whatever is wrong with them."""
        return self.item_files[kind.name]

    def sound(self, kind: Kind[M]) -> dict[str, M]:
        """The items of a kind whose files are no drafts and have no error, by id."""
        if kind.name not in self.sound_items:
            found: dict[str, Any] = self._without_errors(kind)
            if kind.name == CLAIMS.name:  # in the order of the founding article
                found = dict(sorted(found.items(), key=lambda one: (one[1].order, one[0])))
            finished = {id_: one for id_, one in found.items() if not getattr(one, "draft", False)}
            self.sound_items[kind.name] = RecordedItems(finished, self.recorder, kind.name)
        return self.sound_items[kind.name]

    def sound_ids(self, kind: Kind[Any]) -> list[str]:
        """The ids of the sound items of a kind."""
        return list(self.sound(kind))

    def _without_errors(self, kind: Kind[M]) -> dict[str, M]:
        broken = self.broken
        return {
            id_: loaded.model
            for id_, loaded in self.files_of(kind).items()
            if loaded.model and loaded.file not in broken
        }

    @property
    def case_files(self) -> dict[str, SourceFile[Case]]:
        """The files of cases, by slug."""
        return self.files_of(CASES)

    @property
    def exercise_files(self) -> dict[str, SourceFile[Exercise]]:
        """The files of exercises, by slug."""
        return self.files_of(EXERCISES)

    @property
    def cases(self) -> dict[str, Case]:
        """The sound cases, by slug."""
        return self.sound(CASES)

    @property
    def exercises(self) -> dict[str, Exercise]:
        """The sound exercises, by slug."""
        return self.sound(EXERCISES)

    @property
    def readable_cases(self) -> dict[str, Case]:
        """The cases that are no drafts and fit their model, whatever else is wrong with them: what the rules are asked
        about.
        """
        return {slug: one.model for slug, one in self.case_files.items() if one.model and not one.model.draft}

    @property
    def readable_exercises(self) -> dict[str, Exercise]:
        """The exercises that are no drafts and fit their model, whatever else is wrong with them: what the rules are
        asked about.
        """
        return {slug: one.model for slug, one in self.exercise_files.items() if one.model and not one.model.draft}

    @property
    def claims(self) -> dict[str, Claim]:
        """The sound claims, by id, in the order of the founding article."""
        return self.sound(CLAIMS)

    @property
    def forms(self) -> dict[str, FormPage]:
        """The sound forms, by id."""
        return self.sound(FORMS)

    @property
    def essays(self) -> dict[str, Essay]:
        """The sound essays, by id."""
        return self.sound(ESSAYS)

    @property
    def sessions(self) -> dict[str, Session]:
        """The sound ready sessions, by id."""
        return self.sound(SESSIONS)

    @property
    def methods(self) -> dict[str, Method]:
        """The sound method cards, by id."""
        return self.sound(METHODS)

    @property
    def findings(self) -> dict[str, list[CaseFinding]]:
        """Every finding of every case, by claim. Listed, never totalled."""
        return _findings(self)

    @property
    def errors(self) -> list[Issue]:
        """The problems that stop the build: all but those of drafts."""
        return [issue for issue in self.issues if not issue.warning]

    def judge(self, issues: Iterable[Issue]) -> None:
        """Takes the problems of the whole; what is sound is then asked anew."""
        self.issues = sorted(set(issues), key=lambda one: (one.file not in FIRST, one))
        self.sound_items.clear()
        self.memory.clear()

    @property
    def every_file(self) -> list[str]:
        """Every file that was read: lists, cases, exercises, and the pages that are checked."""
        return [*self.list_files, *(loaded.file for files in self.item_files.values() for loaded in files.values())]

    def is_lost(self, file: str) -> bool:
        """True for a list that could not be read whole: what follows from that is not said file by file."""
        return file in self.list_files and self.list_files[file].model is None

    def kind(self, id_: str) -> MemberKind:
        """A kind of member."""
        return self.vocabulary.member_kinds[id_]


@per_library
def _findings(library: Library) -> dict[str, list[CaseFinding]]:
    by_claim: dict[str, list[CaseFinding]] = {claim: [] for claim in library.claims}
    for slug, case in library.cases.items():
        for finding in case.findings:
            by_claim.setdefault(finding.claim, []).append(CaseFinding(slug, case, finding))
    return by_claim


class EveryWord(set[str]):
    """A list that could not be read whole: it holds every word, so that nothing is said that only follows from it."""

    def __contains__(self, word: object) -> bool:
        return True

    def __or__(self, other: object) -> EveryWord:  # type: ignore[override]
        return self

    __ror__ = __or__


class DecisionNames(set[str]):
    """The decisions, as case/decision. Those of a case that cannot be read are not doubted."""

    def __init__(self, names: Iterable[str], unread: Iterable[str]) -> None:
        super().__init__(names)
        self.unread = frozenset(unread)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or str(name).partition("/")[0] in self.unread


def known_words(library: Library) -> dict[str, Collection[str]]:
    """Every vocabulary that a field may choose from, by name; the words of a list with their labels."""
    lost = library.is_lost(VOCABULARY)
    words: dict[str, Collection[str]] = {
        name: EveryWord() if lost else labels_of(getattr(library.vocabulary, name)) for name in Vocabulary.model_fields
    }
    pages = {kind.name: library.item_files[kind.name] for kind in MADE}
    names = {f"{slug}/{decision.id}" for slug, case in library.readable_cases.items() for decision in case.decisions}
    unread = (slug for slug, loaded in library.case_files.items() if not loaded.model and not loaded.is_draft)
    lists: dict[str, Collection[str]] = {
        "scales": EveryWord() if library.is_lost(SCALES) else set(library.scales),
        "today": EveryWord() if library.is_lost(WORDS_TODAY) else {one.id: one.word for one in library.words_today},
        "standards": EveryWord() if library.is_lost(STANDARDS) else {one.id: one.name for one in library.standards},
    }
    return (
        words
        | {name: set(files) for name, files in pages.items()}
        | {**lists, "decisions": DecisionNames(names, unread)}
    )


def known_sources(library: Library) -> set[str]:
    """The ids of the sources that pages and exercises may cite."""
    return EveryWord() if library.is_lost(BIBLIOGRAPHY) else set(library.bibliography)


def labels_of(words: dict[str, Any]) -> dict[str, str]:
    """The words of one list: id and label."""
    return {id_: getattr(word, "label", word) for id_, word in words.items()}


def item_fingerprints(library: Library) -> dict[str, tuple[str, bool]]:
    """Every rated item: exercise/part/item, a fingerprint of its text, and whether an erratum stands."""
    found: dict[str, tuple[str, bool]] = {}
    for slug, exercise in library.readable_exercises.items():
        for part in exercise.parts:
            for dimension in part.dimensions if isinstance(part, RatedStatements | Pairs) else ():
                for item in dimension.items:
                    words = item.text if isinstance(item, Item) else f"{item.left}\n{item.right}"
                    digest = hashlib.sha256(words.encode()).hexdigest()[:12]
                    found[f"{slug}/{part.id}/{item.id}"] = (digest, item.erratum is not None)
    return found
