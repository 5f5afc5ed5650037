"""Every word that the interface says: read from docs/words/en.yml by templates, scripts and sheets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from casebook.files import read_inside
from casebook.reading import Unreadable, decode, read_text

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
def _read(content: bytes) -> Words:
    reading = read_text(decode(content))
    if reading.faults:
        line, _, message = reading.faults[0]
        raise Unreadable(line, message)
    return Words(reading.data)


def load_words(root: Path) -> Words:
    """The words of the project's folder; read anew only when the file has changed."""
    return _read(read_inside(root, root / WORDS))
