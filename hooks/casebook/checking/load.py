"""Reads and checks the whole project into a library."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from casebook.checking.misplaced import in_right_folder, misspelt
from casebook.checking.validate import every_issue, read_ahead
from casebook.library.library import BIBLIOGRAPHY, LISTS, SCALES, VOCABULARY, Library
from casebook.library.reading import read_items, read_list
from casebook.library.source_file import FileCache, SourceFile
from casebook.schema.kinds import KINDS
from casebook.text.quoting import put_back
from casebook.validation.issues import Issue
from casebook.yamlfiles.kept_files import KeptFiles

NEEDED = (VOCABULARY, SCALES, BIBLIOGRAPHY)
SHOWN_ON = {
    LISTS[3]: "docs/learn/glossary.md",
    LISTS[4]: "docs/cases/timeline.md",
    LISTS[6]: "docs/learn/your-word-today.md",
    LISTS[7]: "docs/exercises/standards.md",
}
"""The lists that are needed where a page shows them, and the page."""


MapAll = Callable[[Callable[[Path], str], Sequence[Path]], object]
"""Works through many files, if it can on all processors."""


def load(
    root: Path, files_read: FileCache | None = None, kept: KeptFiles | None = None, map_all: MapAll | None = None
) -> Library:
    """Reads and checks everything below the project's folder. Never raises for what a contributor wrote.

    A server hands in the files that it has read before: those whose content has not changed are not read again. A build
    hands in what earlier ones kept, and what works through the cases that nobody has read yet.
    """
    with _gc_paused():
        return _load(root, {} if files_read is None else files_read, kept, map_all)


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Pauses garbage collection, and leaves what was read out of later ones: a library is made of very many objects
    that all stay.

    It halves the time. A server that reads again and again thaws and collects first: see
    `casebook.site.writing.collect`.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _load(root: Path, files_read: FileCache, kept: KeptFiles | None, map_all: MapAll | None) -> Library:
    library = Library(root, files_read=files_read, kept=kept)
    _load_lists(library)
    if kept and map_all:
        read_ahead(library, kept, map_all)
    for kind in KINDS:
        library.item_files[kind.name].update(
            (id_, in_right_folder(root, kind.folder, loaded)) for id_, loaded in read_items(library, kind)
        )
    library.judge(every_issue(library))
    return library


def _load_lists(library: Library) -> None:
    for file in LISTS:
        path = library.root / file
        if path.exists() or path.is_symlink():
            read_list(library, file)
            continue
        why = _why_missing(library.root, file)
        if why:
            library.list_files[file] = SourceFile(file, None, None, (Issue(file, 1, "", why),))


def _why_missing(root: Path, file: str) -> str:
    """What to do about a list that is not there; empty where none is needed.

    One that is misspelt is meant to be there.
    """
    meant = misspelt(root, file)
    if meant:
        return f"is missing; rename {meant} to it"
    shown_on = SHOWN_ON.get(file)
    is_needed = (root / "docs").is_dir() if file in NEEDED else shown_on is not None and (root / shown_on).exists()
    return f"is missing; {put_back(file)}" if is_needed else ""
