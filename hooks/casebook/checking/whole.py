"""Collects every problem of the whole project: the rules themselves stand beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from casebook.checking.case_rules import CASE_RULES
from casebook.checking.exercise_rules import EXERCISE_RULES, check_citations
from casebook.checking.library_rules import check_ids_only_grow, check_prose, check_vocabulary
from casebook.checking.page_rules import check_pages
from casebook.checking.problems import Problem
from casebook.files import Loaded
from casebook.library import Library, item_fingerprints, known_words
from casebook.models.base import ID_PATTERN, Model
from casebook.models.case import Case
from casebook.reading import decode, read_text
from casebook.words import word_problems


def every_problem(library: Library) -> Iterator[Problem]:
    """Every problem of every file: of form, of words, of the rules of cases, exercises and pages."""
    known = known_words(library)
    everything: Iterable[Loaded[Any]] = (
        *library.files.values(), *library.case_files.values(), *library.exercise_files.values(), *library.claim_pages.values(), *library.form_pages.values(),
        *library.session_pages.values(), *library.method_pages.values(),
    )  # fmt: skip
    for loaded in everything:
        yield from loaded.problems
        if isinstance(loaded.model, Model):  # the scales are a bare list and choose from nothing
            yield from (loaded.problem(path, message) for path, message in check_vocabulary(loaded.model, known))
    for case in library.case_files.values():
        yield from _case_problems(case)
    yield from _name_problems(library)
    yield from word_problems(library.root)
    yield from _exercise_problems(library)
    yield from _page_problems(library)


_checked: dict[str, tuple[Loaded[Case], tuple[Problem, ...]]] = {}


def _case_problems(case: Loaded[Case]) -> tuple[Problem, ...]:
    """The problems of a case by itself; asked again only when its file has changed."""
    before = _checked.get(case.file)
    if not before or before[0] is not case:
        found = tuple(case.problem(path, message) for rule in CASE_RULES for path, message in rule(case.model)) if case.model else ()
        _checked[case.file] = before = (case, found)
    return before[1]


def _name_problems(library: Library) -> Iterator[Problem]:
    """A file's name is its address: it must be one, and no page written by hand may stand there. A finished file no longer says what the template says."""
    for folder, files in (("cases", library.case_files), ("exercises", library.exercise_files)):
        template = library.root / folder / "_template.yml"
        said = read_text(decode(template.read_bytes())).data if template.exists() else {}
        for slug, loaded in files.items():
            if not re.match(ID_PATTERN, slug) or len(slug) > 80:
                yield Problem(loaded.file, 1, "", "has a name that is no address; use lower-case letters, digits and single hyphens")
            elif (library.root / f"docs/{folder}/{slug}.md").exists():
                yield Problem(loaded.file, 1, "", f"has a name that a page of the casebook has already ({folder}/{slug}.html); choose another")
            if loaded.model and not loaded.is_draft:
                same = [name for name in ("title", "summary", "aim") if name in said and said[name] == getattr(loaded.model, name, None)]
                yield from (loaded.problem((name,), "still says what the template says; write your own") for name in same)


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
        lines = [(number, line.split()) for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip() and line[0] != "#"]
        for number, words in lines:
            if len(words) != 2:
                yield Problem("exercises/ids.txt", number, "", "is no id with its fingerprint; a list that two changes have mixed is put right by casebook ids --accept")
        listed = {words[0]: words[1] for _, words in lines if len(words) == 2}
        for id_, message in check_ids_only_grow(listed, item_fingerprints(library)):
            file = f"exercises/{id_.partition('/')[0]}.yml"
            yield Problem(file if (library.root / file).exists() else "exercises/ids.txt", 1, id_, message)


def _page_problems(library: Library) -> Iterator[Problem]:
    sources = set(library.bibliography)
    pages: tuple[Loaded[Any], ...] = (*library.claim_pages.values(), *library.form_pages.values())
    for page in pages:
        for line, message in check_prose(page.body, sources, page.body_line):
            yield Problem(page.file, line, "", message)
    yield from check_pages(library)
    for name in ("glossary.yml", "policy-dates.yml"):
        loaded = library.files.get(f"docs/learn/{name}")
        if loaded and loaded.model:
            yield from _list_problems(loaded, sources)


def _list_problems(loaded: Loaded[Any], sources: set[str]) -> Iterator[Problem]:
    assert loaded.model is not None
    key = next(iter(type(loaded.model).model_fields))
    for index, entry in enumerate(getattr(loaded.model, key)):
        if not entry.has_ground:
            yield loaded.problem((key, index), "needs sources; name one from docs/learn/bibliography.yml, or say judgement: true")
        for citation in entry.sources:
            if citation.source not in sources:
                yield loaded.problem((key, index), f"there is no source “{citation.source}” in docs/learn/bibliography.yml")
