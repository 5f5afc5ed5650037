"""Reads and checks the whole project into a library."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from casebook.checking.misplaced import in_right_folder, misspelt
from casebook.checking.validate import every_issue
from casebook.core.addresses import INDEX
from casebook.library.library import BIBLIOGRAPHY, LISTS, SCALES, VOCABULARY, Library
from casebook.library.salvage import salvage
from casebook.library.source_file import FileCache, SourceFile, load_file
from casebook.schema.kinds import KINDS, Kind
from casebook.schema.reference_pages import Bibliography, Glossary, PolicyDates, Scales, Term, Vocabulary
from casebook.text.quoting import put_back
from casebook.validation.issues import Issue
from casebook.yamlfiles.project_files import slugs

NEEDED = (VOCABULARY, SCALES, BIBLIOGRAPHY)
SHOWN_ON = {LISTS[3]: "docs/learn/glossary.md", LISTS[4]: "docs/cases/timeline.md"}
"""The lists that are needed where a page shows them, and the page."""


def load(root: Path, files_read: FileCache | None = None) -> Library:
    """Reads and checks everything below the project's folder. Never raises for what a contributor wrote.

    A server hands in the files that it has read before: those whose content has not changed are not read again.
    """
    with _gc_paused():
        return _load(root, {} if files_read is None else files_read)


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Pauses garbage collection, and leaves what was read out of later ones: a library is made of very many objects
    that all stay.

    It halves the time. A server that reads again and again thaws and collects first: see
    `casebook.site.writing.refresh`.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _load(root: Path, files_read: FileCache) -> Library:
    library = Library(root, files_read=files_read)
    _load_lists(library)
    for kind in KINDS:
        library.item_files[kind.name].update(_folder(library, kind))
    library.judge(every_issue(library))
    return library


def _folder(library: Library, kind: Kind[Any]) -> Iterator[tuple[str, SourceFile[Any]]]:
    """The items of a kind, by id; a folder of pages has an index that is none."""
    for id_, path in slugs(library.root, kind.folder, kind.ending):
        if not (kind.is_page and id_ == INDEX):
            loaded = load_file(library.root, path, kind.model, kind.is_page, library.files_read)
            yield id_, in_right_folder(library.root, kind.folder, loaded)


def _first_of_each_id(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms without those whose id stood before: the check names them, and no page holds an id twice."""
    known: dict[str, Term] = {}
    for term in terms:
        known.setdefault(term.id, term)
    return tuple(known.values())


def _load_lists(library: Library) -> None:
    models: tuple[tuple[str, type[BaseModel], Callable[[Any], None]], ...] = (
        (LISTS[0], Vocabulary, lambda found: setattr(library, "vocabulary", found)),
        (LISTS[1], Scales, lambda found: setattr(library, "scales", found.root)),
        (
            LISTS[2],
            Bibliography,
            lambda found: setattr(library, "bibliography", {source.id: source for source in found.sources}),
        ),
        (LISTS[3], Glossary, lambda found: setattr(library, "terms", _first_of_each_id(found.terms))),
        (LISTS[4], PolicyDates, lambda found: setattr(library, "policy_dates", found.dates)),
    )
    for file, model, take in models:
        path = library.root / file
        if not path.exists() and not path.is_symlink():
            why = _why_missing(library.root, file)
            if why:
                library.list_files[file] = SourceFile(file, None, None, (Issue(file, 1, "", why),))
        else:
            library.list_files[file] = loaded = load_file(library.root, path, model, cache=library.files_read)
            found = salvage(loaded, model)
            if found:
                take(found)


def _why_missing(root: Path, file: str) -> str:
    """What to do about a list that is not there; empty where none is needed.

    One that is misspelt is meant to be there.
    """
    meant = misspelt(root, file)
    if meant:
        return f"is missing; rename {meant} to it"
    is_needed = (root / "docs").is_dir() if file in NEEDED else (root / SHOWN_ON[file]).exists()
    return f"is missing; {put_back(file)}" if is_needed else ""
