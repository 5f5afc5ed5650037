"""Keeps the HTML of made pages in `.cache/`: a page is written again only when something that it rests on has changed.

What it rests on is noted while it is written (`library/recorder.py`) and kept with it: the items that it asked for, and
plain values such as the title of the next case. What any page may rest on (words, lists, settings, the code) is
compared as a whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from casebook.core.build import Build
from casebook.library.library import PLAIN_VALUES, Library, per_library
from casebook.library.recorder import Note
from casebook.library.source_file import SourceFile
from casebook.schema.kinds import KINDS
from casebook.site.pages import Page
from casebook.yamlfiles.kept_files import digest_of

_OF_KIND = {kind.name: kind for kind in KINDS}
_NOT_COMPARED = ("render",)
"""What of a page is no text: it follows from its path."""


def get_or_render(build: Build, page: Page, write: Callable[[], str]) -> str:
    """The page as it was written before, where all it rests on is the same; else as it is written now."""
    if not page.kept:
        return write()
    settings = _settings(build, page)
    key = build.kept_pages.key(page.path)
    before = build.kept_pages.get(key)
    if before is not None:
        head, _, html = before.partition("\n")
        if _holds(build.library, head, settings):
            return html
    with build.library.recorder.listening() as notes:
        html = write()
    rests_on = [[*note, _now(build.library, note)] for note in sorted(notes)]
    build.kept_pages.put(key, json.dumps([settings, rests_on]) + "\n" + html)
    return html


def is_kept(build: Build, page: Page) -> bool:
    """True where the page was found or kept in this build."""
    return page.kept and build.kept_pages.key(page.path) in build.kept_pages.used


def kept_html(build: Build, page: Page) -> str | None:
    """The page as it was kept a moment ago, unasked whether it still holds; None where it was not."""
    known = build.kept_pages.get(build.kept_pages.key(page.path)) if page.kept else None
    return None if known is None else known.partition("\n")[2]


def _holds(library: Library, head: str, settings: str) -> bool:
    """True where all that a page was written from is still so."""
    try:
        known, rests_on = json.loads(head)
        return known == settings and all(_now(library, tuple(note)) == digest for *note, digest in rests_on)
    except (ValueError, TypeError, LookupError):
        return False


def _now(library: Library, note: Note) -> str:
    """The digest of something that a page rests on, as it is now."""
    what, name, *rest = note
    if what == "value":
        return _value_now(library, name, rest[0])
    if what == "item":
        return _item_now(library, name, rest[0])
    return _list_now(library, name, what == "all")


def _value_now(library: Library, name: str, arguments: str) -> str:
    known = library.memory.setdefault(_value_now, {})
    if (name, arguments) not in known:
        known[name, arguments] = digest_of(repr(PLAIN_VALUES[name](library, *json.loads(arguments))))
    digest: str = known[name, arguments]
    return digest


def _item_now(library: Library, kind: str, id_: str) -> str:
    return _digests(library, kind).get(id_, "")


@per_library
def _digests(library: Library, kind: str) -> dict[str, str]:
    """The digest of the file of each sound item of a kind, by id."""
    files: dict[str, SourceFile[Any]] = library.files_of(_OF_KIND[kind])
    return {id_: files[id_].digest for id_ in library.sound(_OF_KIND[kind])}


@per_library
def _list_now(library: Library, kind: str, whole: bool) -> str:
    digests = _digests(library, kind)
    return digest_of(*(f"{id_} {digest}" if whole else id_ for id_, digest in digests.items()))


def _settings(build: Build, page: Page) -> str:
    """The digest of what is said of a page, and of all that any page may rest on."""
    said = [repr(getattr(page, field.name)) for field in fields(page) if field.name not in _NOT_COMPARED]
    settings = (build.site_url, str(build.serving), build.edit_base, repr(sorted(build.publisher.items())))
    return digest_of(_shared(build.library), *settings, *said)


@per_library
def _shared(library: Library) -> str:
    """The digest of the words of the interface and of the lists."""
    words = json.dumps(library.messages.tree, sort_keys=True)
    lists = [f"{file} {loaded.digest}" for file, loaded in sorted(library.list_files.items())]
    return hashlib.sha256("\n".join([words, *lists]).encode()).hexdigest()
