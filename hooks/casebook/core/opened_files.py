"""A draft or a file with problems, opened for its own pages: the library with that file and its words let in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from casebook.core import routes
from casebook.core.addresses import is_shown
from casebook.library.library import Library, known_words
from casebook.library.salvage import salvage
from casebook.library.source_file import SourceFile
from casebook.schema.base import Model
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise
from casebook.schema.kinds import MADE, Kind
from casebook.schema.reference_pages import MemberKind, Vocabulary
from casebook.validation.vocabulary_rules import unknown_words


def unsound(library: Library, kind: Kind[Any]) -> Iterator[tuple[str, SourceFile[Any]]]:
    """The drafts and the files with errors of a kind: id and file."""
    sound = library.sound(kind)
    yield from ((id_, loaded) for id_, loaded in library.files_of(kind).items() if id_ not in sound)


def open_file(library: Library, kind: Kind[Any], id_: str) -> Library:
    """The same library with one draft or broken file let in, as much of it as can be read."""
    loaded: SourceFile[Any] = library.files_of(kind)[id_]
    model = salvage(loaded, kind.model)
    opened = copy.copy(library)
    opened.opened = loaded.file
    if model:
        opened.sound_items = {**library.sound_items, kind.name: {**library.sound(kind), id_: model}}
        opened.vocabulary = _with_words_of(library, model)
    opened.memory = {}
    return opened


def _with_words_of(library: Library, model: Model) -> Vocabulary:
    """The vocabulary and, as they are written, the words that only this file knows."""
    lists: dict[str, dict[str, Any]] = {
        name: dict(getattr(library.vocabulary, name)) for name in Vocabulary.model_fields
    }
    for _, word, name in unknown_words(model, known_words(library)):
        if name in lists:
            lists[name][word] = MemberKind(label=word, shape="circle") if name == "member_kinds" else word
    return Vocabulary.model_construct(None, **lists)


def has_own_page(library: Library, kind: Kind[Any], id_: str) -> bool:
    """True where a draft or broken file can be shown under its own name: no page written by hand stands there."""
    by_hand = kind.model in (Case, Exercise) and (library.root / f"docs/{kind.address}/{id_}.md").exists()
    return is_shown(id_) and not by_hand


@dataclass(frozen=True)
class Unfinished:
    """A draft or a file with problems, as the list of them names it."""

    file: str
    path: str | None
    draft: bool
    issues: int

    @property
    def name(self) -> Markup:
        """The file as it is written, with no quotation mark or hyphen set anew."""
        return escape(self.file)


def unfinished(library: Library) -> list[Unfinished]:
    """Every draft and every file with problems, lists first."""
    counts: dict[str, int] = {}
    for issue in library.issues:
        counts[issue.file] = counts.get(issue.file, 0) + 1
    found: dict[str, Unfinished] = {}
    for kind in MADE:
        for id_, loaded in unsound(library, kind):
            path = routes.item(kind.name, id_) if has_own_page(library, kind, id_) else None
            found[loaded.file] = Unfinished(loaded.file, path, loaded.is_draft, counts.pop(loaded.file, 0))
    others = [Unfinished(file, page_of(library, file), False, number) for file, number in counts.items()]
    return [*others, *found.values()]


def page_of(library: Library, file: str) -> str | None:
    """The page that is written by hand in a file of docs/; None for what is no page."""
    is_page = file.startswith("docs/") and file.endswith(".md") and (library.root / file).is_file()
    return file.removeprefix("docs/").removesuffix(".md") + ".html" if is_page else None
