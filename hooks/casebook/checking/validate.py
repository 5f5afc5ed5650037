"""Collects every problem of the whole project: the rules themselves stand beside this file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from casebook.checking import history_rules
from casebook.checking.copies import copies, longer_texts
from casebook.checking.file_names import name_issues, unread_names
from casebook.checking.files_beside import id_issues, schema_issues
from casebook.checking.list_rules import check_lists
from casebook.checking.message_rules import word_issues
from casebook.checking.misplaced import unread_files
from casebook.checking.page_rules import check_pages
from casebook.checking.passed import unless_passed
from casebook.checking.reveal_rules import check_reveals
from casebook.checking.template_rules import Template, check_templates, kept_issues, templates
from casebook.core.addresses import why_not
from casebook.library.library import Library, known_sources, known_words
from casebook.library.source_file import SourceFile, load_file, per_file
from casebook.schema.base import Citation, Disputed, Model
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise
from casebook.schema.kinds import CASES, KINDS, MADE_PAGES
from casebook.text.suggestions import did_you_mean
from casebook.validation.case_advice import CASE_ADVICE
from casebook.validation.case_rules import CASE_RULES
from casebook.validation.exercise_rules import EXERCISE_RULES, check_citations
from casebook.validation.issues import Issue
from casebook.validation.text_marks import check_marks
from casebook.validation.vocabulary_rules import check_prose, check_vocabulary
from casebook.yamlfiles.kept_files import KeptFiles
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import slugs, text_inside


def every_issue(library: Library) -> Iterator[Issue]:
    """Every problem of every file, and then what is published twice: asked only of what would be published."""
    found = list(_issues(library))
    yield from found
    broken = {issue.file for issue in found if not issue.warning}
    for files in (library.case_files, library.exercise_files):
        sound = {slug: one for slug, one in files.items() if one.model and not one.is_draft and one.file not in broken}
        yield from copies(sound, library.kept)


def _issues(library: Library) -> Iterator[Issue]:
    """The problems of each file: of form, of words, of the rules of cases, exercises and pages."""
    known = known_words(library)
    everything: Iterable[SourceFile[Any]] = (
        *library.list_files.values(),
        *(loaded for files in library.item_files.values() for loaded in files.values()),
    )
    for loaded in everything:
        yield from loaded.issues
        if isinstance(loaded.model, Model):  # the scales are a bare list and choose from nothing
            yield from (loaded.issue(path, message) for path, message in check_vocabulary(loaded.model, known))
    read = templates(library)
    for kind in KINDS:
        template = read.get(kind.folder, Template())
        for loaded in library.files_of(kind).values():
            yield from _issues_by_itself(library, loaded, template)
    for listed in library.list_files.values():
        yield from _marks(listed)
    unread = [*unread_names(library), *unread_files(library)]
    yield from unread
    yield from name_issues(library)
    yield from check_templates(library, read)
    yield from history_rules.check_done(library)
    yield from check_lists(library)
    yield from word_issues(library.root)
    yield from _exercise_issues(library)
    yield from id_issues(library, [issue.file for issue in unread])
    yield from _page_issues(library)
    yield from schema_issues(library)


def read_ahead(library: Library, kept: KeptFiles, map_all: Callable[..., object]) -> None:
    """Reads the cases that no build has read, and looks through each by itself, so that both are kept: on all
    processors, where there are many. Whoever reads them afterwards has little left to do.
    """
    template = templates(library)[CASES.folder]

    def read(path: Path) -> str:
        loaded = load_file(library.root, path, Case, kept=kept)
        _issues_by_itself(library, loaded, template)
        longer_texts(loaded, kept)
        return ""

    paths = [
        path for _, path in slugs(library.root, CASES.folder) if (str(path), Case.__name__) not in library.files_read
    ]
    map_all(read, [path for path in paths if not _was_read(library.root, path, kept)])
    kept.look_again()


def _was_read(root: Path, path: Path, kept: KeptFiles) -> bool:
    try:
        return kept.has(kept.key(text_inside(root, path)))
    except SourceFileError:
        return True


def _issues_by_itself(library: Library, loaded: SourceFile[Any], template: Template) -> tuple[Issue, ...]:
    """The problems of a file that rest on nothing but itself and its template.

    A file that had none has none as long as neither has changed: that is kept for later builds.
    """
    known, day = loaded.memory.get(_issues_by_itself), history_rules.today()
    if known and known[0] == (template.digest, day):
        issues: tuple[Issue, ...] = known[1]
        return issues
    rests_on = (loaded.file, loaded.digest, template.digest)
    issues = tuple(unless_passed(library, "by itself", rests_on, lambda: _looked_through(loaded, template, day)))
    loaded.memory[_issues_by_itself] = ((template.digest, day), issues)
    return issues


def _looked_through(loaded: SourceFile[Any], template: Template, day: datetime.date) -> Iterator[Issue]:
    yield from _marks(loaded)
    if isinstance(loaded.model, Case):
        yield from (
            loaded.issue(path, message) for rule in (*CASE_RULES, check_reveals) for path, message in rule(loaded.model)
        )
    if isinstance(loaded.model, Case | Exercise):
        yield from kept_issues(loaded, template)
        yield from history_rules.done_issues(loaded, day)


def _marks(loaded: SourceFile[Any]) -> Iterator[Issue]:
    """What other programs left in the texts of a file."""
    if isinstance(loaded.model, Model):  # the scales are a bare list and have no texts of their own
        yield from (loaded.issue(path, message) for path, message in check_marks(loaded.model))


def every_advice(library: Library) -> Iterator[Issue]:
    """What would be better told otherwise, file by file: asked for where it is shown, and part of no library."""
    for _, case in sorted(library.case_files.items()):
        yield from sorted(_case_advice(case))


@per_file
def _case_advice(case: SourceFile[Any]) -> tuple[Issue, ...]:
    """What would be better told otherwise in a case."""
    if not case.model:
        return ()
    return tuple(case.advice(path, message) for advise in CASE_ADVICE for path, message in advise(case.model))


def _exercise_issues(library: Library) -> Iterator[Issue]:
    sources = known_sources(library)
    codes: dict[str, str] = {}
    for slug, loaded in sorted(library.exercise_files.items(), key=lambda one: bool(why_not(one[0]))):
        exercise = loaded.model
        if not exercise:
            continue
        faults = [fault for rule in EXERCISE_RULES for fault in rule(exercise)] + list(
            check_citations(exercise, sources)
        )
        yield from (loaded.issue(path, message) for path, message in faults)
        if exercise.code in codes:
            yield loaded.issue(
                ("code",), f"“{exercise.code}” is the code of {codes[exercise.code]} already; choose another"
            )
        elif exercise.code:
            codes[exercise.code] = slug


def _page_issues(library: Library) -> Iterator[Issue]:
    sources = known_sources(library)
    for page in (page for kind in MADE_PAGES for page in library.item_files[kind.name].values()):
        for line, message in check_prose(page.body, sources, page.body_line):
            yield Issue(page.file, line, "", message)
    yield from check_pages(library)
    for name in ("glossary.yml", "policy-dates.yml", "words-of-today.yml", "standards.yml"):
        loaded = library.list_files.get(f"docs/learn/{name}")
        if loaded and loaded.model:
            yield from _list_issues(loaded, sources)


def _list_issues(loaded: SourceFile[Any], sources: set[str]) -> Iterator[Issue]:
    assert loaded.model is not None
    key = next(iter(type(loaded.model).model_fields))
    for index, entry in enumerate(getattr(loaded.model, key)):
        if not entry.has_ground:
            yield loaded.issue(
                (key, index), "needs sources; name one from docs/learn/bibliography.yml, or say judgement: true"
            )
        for path, inner in entry.everything:
            if isinstance(inner, Disputed) and not inner.sources:
                yield loaded.issue((key, index, *path), "needs sources; name one from docs/learn/bibliography.yml")
            if isinstance(inner, Citation) and inner.source not in sources:
                hint = did_you_mean(inner.source, sources)
                message = f"there is no source “{inner.source}” in docs/learn/bibliography.yml{hint}"
                yield loaded.issue((key, index) if len(path) < 3 else (key, index, *path), message)
