"""Reads the lists and the items of a project into a library, without checking them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from casebook.library.library import LISTS, Library
from casebook.library.salvage import salvage
from casebook.library.source_file import FileCache, SourceFile, load_file
from casebook.schema.kinds import KINDS, Kind
from casebook.schema.reference_pages import (
    Bibliography,
    Glossary,
    PolicyDates,
    Scales,
    Standard,
    Standards,
    Synonyms,
    Term,
    Vocabulary,
    WordsToday,
    WordToday,
)
from casebook.yamlfiles.project_files import slugs

INDEX = "index"
"""The first page of a folder, which is no item."""


T = TypeVar("T", Term, WordToday, Standard)


def _first_of_each_id(entries: Iterable[T]) -> tuple[T, ...]:
    """Entries without those whose id stood before: the check names them, and no page holds an id twice."""
    known: dict[str, T] = {}
    for entry in entries:
        known.setdefault(entry.id, entry)
    return tuple(known.values())


_LIST_MODELS: dict[str, tuple[type[BaseModel], Callable[[Library, Any], None]]] = {
    LISTS[0]: (Vocabulary, lambda library, found: setattr(library, "vocabulary", found)),
    LISTS[1]: (Scales, lambda library, found: setattr(library, "scales", found.root)),
    LISTS[2]: (
        Bibliography,
        lambda library, found: setattr(library, "bibliography", {source.id: source for source in found.sources}),
    ),
    LISTS[3]: (Glossary, lambda library, found: setattr(library, "terms", _first_of_each_id(found.terms))),
    LISTS[4]: (PolicyDates, lambda library, found: setattr(library, "policy_dates", found.dates)),
    LISTS[5]: (Synonyms, lambda library, found: setattr(library, "synonyms", found)),
    LISTS[6]: (WordsToday, lambda library, found: setattr(library, "words_today", _first_of_each_id(found.words))),
    LISTS[7]: (Standards, lambda library, found: setattr(library, "standards", _first_of_each_id(found.standards))),
}
"""The model of each list, and how a library takes what it holds."""


def read_list(library: Library, file: str) -> None:
    """Reads a list that is there into the library: the whole of it, or what can be saved of it."""
    model, take = _LIST_MODELS[file]
    library.list_files[file] = loaded = load_file(
        library.root, library.root / file, model, cache=library.files_read, kept=library.kept
    )
    found = salvage(loaded, model)
    if found:
        take(library, found)


def read_items(library: Library, kind: Kind[Any]) -> Iterator[tuple[str, SourceFile[Any]]]:
    """The items of a kind, by id; a folder of pages has an index that is none."""
    for id_, path in slugs(library.root, kind.folder, kind.ending):
        if not (kind.is_page and id_ == INDEX):
            yield id_, load_file(library.root, path, kind.model, kind.is_page, library.files_read, library.kept)


def read_unchecked(root: Path, files_read: FileCache) -> Library:
    """Everything below a folder whose content is known to be sound, so that no rule is asked about it."""
    library = Library(root, files_read=files_read)
    for file in LISTS:
        if (root / file).exists():
            read_list(library, file)
    for kind in KINDS:
        library.item_files[kind.name].update(read_items(library, kind))
    return library
