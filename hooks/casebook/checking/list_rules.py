"""The rules of the lists that pages share: an id stands once, and no source stands twice under two ids."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.citations.source_identity import identity
from casebook.library.library import STANDARDS, SYNONYMS, WORDS_TODAY, Library
from casebook.schema.case import Source
from casebook.schema.exercise import Exercise
from casebook.schema.reference_pages import Bibliography, Synonyms, Term, WordToday
from casebook.text.letters import search_words
from casebook.validation.case_rules import check_sources_say_how_they_were_read
from casebook.validation.issues import FieldIssue, Issue, twice

LISTS = (
    ("docs/learn/bibliography.yml", "sources"),
    ("docs/learn/glossary.yml", "terms"),
    (WORDS_TODAY, "words"),
    (STANDARDS, "standards"),
)


def check_lists(library: Library) -> Iterator[Issue]:
    """What stands twice in the bibliography, the glossary or an exercise: the second would hide the first."""
    for file, key in LISTS:
        loaded = library.list_files.get(file)
        if loaded is None or loaded.model is None:
            continue
        entries = getattr(loaded.model, key)
        yield from (
            loaded.issue(path, message)
            for path, message in twice(((key, at), one.id) for at, one in enumerate(entries))
        )
        own: Iterator[FieldIssue] = iter(())
        if key == "sources":
            own = check_bibliography(loaded.model)
        elif key == "terms":
            own = check_terms_once(entries)
        elif key == "words":
            own = check_words_today(entries)
        yield from (loaded.issue(path, message) for path, message in own)
    synonyms = library.list_files.get(SYNONYMS)
    if synonyms and synonyms.model:
        faults = check_synonyms(synonyms.model)
        yield from (synonyms.issue(path, message) for path, message in faults)
    for exercise in library.exercise_files.values():
        if exercise.model:
            own = check_own_lists(exercise.model, library.bibliography)
            yield from (exercise.issue(path, message) for path, message in own)


def check_bibliography(bibliography: Bibliography) -> Iterator[FieldIssue]:
    """One source has one id, and each says how it was read."""
    yield from check_sources_once(bibliography.sources)
    yield from check_sources_say_how_they_were_read(bibliography)


def check_own_lists(exercise: Exercise, bibliography: dict[str, Source]) -> Iterator[FieldIssue]:
    """An exercise's own sources and seats have ids of their own; what the bibliography holds is cited from there."""
    yield from twice((("sources", at), source.id) for at, source in enumerate(exercise.sources))
    yield from twice((("seats", at), seat.id) for at, seat in enumerate(exercise.seats))
    for at, source in enumerate(exercise.sources):
        if source.id in bibliography:
            message = (
                f"“{source.id}” is in docs/learn/bibliography.yml already; remove it "
                "here if it is the same source, or give it another id"
            )
            yield ("sources", at), message


def check_sources_once(sources: tuple[Source, ...]) -> Iterator[FieldIssue]:
    """One source has one id: under two it would look like two witnesses."""
    first: dict[str, str] = {}
    for index, source in enumerate(sources):
        known = first.setdefault(identity(source), source.id)
        if known != source.id:
            yield (
                ("sources", index),
                (
                    f"“{source.id}” is the same source as “{known}”; keep one of them, and cite it "
                    "wherever the other was cited"
                ),
            )


def check_terms_once(terms: tuple[Term, ...]) -> Iterator[FieldIssue]:
    """A word is explained once, and found in texts as one term."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for index, term in enumerate(terms):
        for number, word in enumerate(term.found_as):
            if found.setdefault(word, term.id) != term.id:
                yield (
                    ("terms", index, "found_as", number),
                    f"“{word}” is under “{found[word]}” already; keep one of the two",
                )
        known = first.setdefault(term.term.casefold(), term.id)
        if known != term.id:
            yield ("terms", index), f"“{term.term}” is explained under “{known}” already; keep one of the two"


def check_words_today(words: tuple[WordToday, ...]) -> Iterator[FieldIssue]:
    """A word, and each of its other names, leads to one entry; one that is planned says for when."""
    first: dict[str, str] = {}
    for at, one in enumerate(words):
        if one.planned and not one.when:
            yield ("words", at), "is planned; write under when for when it is planned"
        for path, name in (((), one.word), *((("also", index), name) for index, name in enumerate(one.also))):
            known = first.setdefault(" ".join(search_words(name)), one.id)
            if known != one.id:
                yield ("words", at, *path), f"“{name}” is under “{known}” already; keep one of the two"


def check_synonyms(synonyms: Synonyms) -> Iterator[FieldIssue]:
    """A word leads to one group, for the search takes one meaning of it."""
    yield from twice((("groups", at), group.id) for at, group in enumerate(synonyms.groups))
    first: dict[str, str] = {}
    for at, group in enumerate(synonyms.groups):
        for place, word in enumerate(group.words):
            known = first.setdefault(" ".join(search_words(word)), group.id)
            if known != group.id:
                yield ("groups", at, "words", place), f"“{word}” is in “{known}” already; keep it in one of the two"
