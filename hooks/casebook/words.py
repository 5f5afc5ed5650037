"""Every word that the interface says: read from docs/words/en.yml by templates, scripts and sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from casebook.checking.problems import Problem, put_back
from casebook.files import read_inside, text_inside
from casebook.reading import FROM_TEMPLATE, Unreadable, decode, read_text
from casebook.word_shape import SHAPE, check_words, mended, read_shape, shape_text

WORDS = "docs/words/en.yml"


class Words:
    """The words of one language. A key is written with dots: case.what_happened."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.tree = tree
        self._known: dict[str, Any] = {}

    def at(self, key: str) -> Any:
        """What stands under a key. Raises KeyError, naming the key, where nothing does."""
        if key in self._known:
            return self._known[key]
        here: Any = self.tree
        for step in key.split("."):
            if not isinstance(here, Mapping) or step not in here:
                raise KeyError(f"docs/words/en.yml has no words under “{key}”")
            here = here[step]
        self._known[key] = here
        return here

    def say(self, key: str, **values: Any) -> str:
        """The words under a key, with {values} filled in; one and other choose by `count`."""
        found = self.at(key)
        if isinstance(found, Mapping):
            found = found["one" if values.get("count") == 1 else "other"]
        return str(found).format(**values) if values else str(found)


@lru_cache(maxsize=4)
def _read(content: bytes, shape: str) -> Words:
    try:
        reading = read_text(decode(content))
        tree = reading.data
        if reading.faults and not shape:
            line, _, message = reading.faults[0]
            raise Unreadable(line, message)
    except Unreadable:
        if not shape:
            raise
        tree = {}
    return Words(mended(tree, read_shape(shape)))


def load_words(root: Path) -> Words:
    """The words of the project's folder; read anew only when the file has changed.

    What is missing or wrong has its key in its place, so that a server goes on; a build has stopped at it before. Raises
    Unreadable only where no shape of the words is written.
    """
    wanted = _shape_text(root)
    try:
        content = read_inside(root, root / WORDS)
    except Unreadable:
        if not wanted:
            raise
        content = b""
    return _read(content, wanted)


def _shape_text(root: Path) -> str:
    try:
        return text_inside(root, root / SHAPE)
    except Unreadable:
        return ""


def word_problems(root: Path) -> Iterator[Problem]:
    """What is wrong with the words: the file, its form, and what is asked for and not there."""
    path = root / WORDS
    if not path.exists() and not path.is_symlink():
        if path.parent.exists() or (root / "docs/components").exists():  # a folder of cases alone has no words
            yield Problem(WORDS, 1, "", f"is missing; {put_back(WORDS)}")
        return
    try:
        faults = list(check_words(read_text(text_inside(root, path)), read_shape(_shape_text(root))))
    except Unreadable as stop:
        faults = [(stop.line, (), stop.message.replace(FROM_TEMPLATE, put_back(WORDS)))]
    for line, key, message in faults:
        yield Problem(WORDS, line, ".".join(key), message)


def write_shape(root: Path) -> Path:
    """Writes the shape of the words that are there now. Returns its path. Raises Unreadable where they cannot be read."""
    path = root / SHAPE
    path.write_text(shape_text(read_text(text_inside(root, root / WORDS)).data), encoding="utf-8")
    return path
