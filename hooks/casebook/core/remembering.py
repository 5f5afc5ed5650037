"""Remembers texts that were worked out from a library, each with what it rests on: worked out again only when something
of that has changed.

What a text rests on is noted while it is worked out (`library/recorder.py`) and kept with it in `.cache/`: the items
that it asked for, and plain values such as the title of the next case. What any text may rest on (words, lists,
settings, the code) is compared as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from casebook.library.library import PLAIN_VALUES, Library, RestsOn, per_library
from casebook.library.recorder import Note
from casebook.library.source_file import SourceFile
from casebook.schema.kinds import KINDS
from casebook.yamlfiles.kept_files import digest_of

_OF_KIND = {kind.name: kind for kind in KINDS}


def remembered(library: Library, name: str, said: str, write: Callable[[], str]) -> str:
    """The text of a name as it was written before, where all it rests on is the same; else as it is written now.

    `said`: what it rests on besides, as a text.
    """
    if library.texts_kept is None:
        return write()
    key = library.texts_kept.key(name)
    before = library.texts_kept.get(key)
    if before is not None:
        head, _, text = before.partition("\n")
        rests_on = _read(head)
        if rests_on and _holds(library, rests_on, said):
            library.recorder.add(tuple(note) for *note, _ in rests_on[1])
            if library.serving:
                library.rests_on[key] = rests_on
            return text
    library.rests_on.pop(key, None)  # what is written now may fail, and something else be shown in its place
    with library.recorder.listening() as notes:
        text = write()
    library.recorder.add(notes)
    library.texts_kept.put(key, json.dumps(note_down(library, name, said, notes)) + "\n" + text)
    return text


def note_down(library: Library, name: str, said: str, notes: Iterable[Note]) -> RestsOn:
    """Notes what the text of a name rests on, for `is_fresh`."""
    now = [[*note, _now(library, note)] for note in sorted(notes)]
    rests_on = (_settings(library, said), now)
    if library.texts_kept is not None and library.serving:
        library.rests_on[library.texts_kept.key(name)] = rests_on
    return rests_on


def is_fresh(library: Library, name: str, said: str) -> bool:
    """True where a server has written or found the text of a name, and all that it rests on is still so.

    Nothing is read for it, because a server asks it of every page at every save.
    """
    rests_on = library.rests_on.get(library.texts_kept.key(name)) if library.texts_kept else None
    return rests_on is not None and _holds(library, rests_on, said)


def at_hand(library: Library, name: str) -> str | None:
    """The text of a name as it was kept a moment ago, unasked whether it still holds; None where it was not."""
    known = library.texts_kept.get(library.texts_kept.key(name)) if library.texts_kept else None
    return None if known is None else known.partition("\n")[2]


def is_at_hand(library: Library, name: str) -> bool:
    """True where the text of a name was found or kept in this build."""
    return library.texts_kept is not None and library.texts_kept.key(name) in library.texts_kept.used


def forget(library: Library, name: str) -> None:
    """Notes that a text of this name was written that nothing was noted of."""
    if library.texts_kept is not None:
        library.rests_on.pop(library.texts_kept.key(name), None)


def _read(head: str) -> RestsOn | None:
    """What a kept text rests on, from its first line; None where that cannot be read."""
    try:
        settings, notes = json.loads(head)
        return settings, notes
    except (ValueError, TypeError):
        return None


def _holds(library: Library, rests_on: RestsOn, said: str) -> bool:
    """True where all that a text was written from is still so."""
    settings, notes = rests_on
    try:
        return settings == _settings(library, said) and all(
            _now(library, tuple(note)) == digest for *note, digest in notes
        )
    except (ValueError, TypeError, LookupError):
        return False


def _settings(library: Library, said: str) -> str:
    return digest_of(library.settings, _shared(library), said)


def _now(library: Library, note: Note) -> str:
    """The digest of something that a text rests on, as it is now."""
    what, name, *rest = note
    if what == "value":
        return _value_now(library, name, rest[0])
    if what == "item":
        return _digests(library, name).get(rest[0], "")
    return _list_now(library, name, what == "all")


@per_library
def _value_now(library: Library, name: str, arguments: str) -> str:
    return digest_of(repr(PLAIN_VALUES[name](library, *json.loads(arguments))))


@per_library
def _digests(library: Library, kind: str) -> dict[str, str]:
    """The digest of the file of each sound item of a kind, by id."""
    files: dict[str, SourceFile[Any]] = library.files_of(_OF_KIND[kind])
    return {id_: files[id_].digest for id_ in library.sound(_OF_KIND[kind])}


@per_library
def _list_now(library: Library, kind: str, whole: bool) -> str:
    digests = _digests(library, kind)
    return digest_of(*(f"{id_} {digest}" if whole else id_ for id_, digest in digests.items()))


@per_library
def _shared(library: Library) -> str:
    """The digest of the words of the interface and of the lists."""
    words = json.dumps(library.messages.tree, sort_keys=True)
    return digest_of(words, *(f"{file} {loaded.digest}" for file, loaded in sorted(library.list_files.items())))
