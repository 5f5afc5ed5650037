"""Words for a server whose list of words is broken: what is missing shows its name, and the pages go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.words import Words


class KeysForWords(Words):
    """Says the key in the place of words that are missing."""

    def at(self, key: str) -> Any:
        """What is found under a key, or the key."""
        try:
            return super().at(key)
        except KeyError:
            return key

    def say(self, key: str, **values: Any) -> str:
        """The words under a key, with {values} filled in; as they are, where the values do not fit."""
        try:
            return super().say(key, **values)
        except (KeyError, IndexError, ValueError):
            return str(self.at(key))


class ForgivingTree(Mapping[str, Any]):
    """The tree of words as the frame of every page asks for it: words.site.name. What is missing shows its name."""

    def __init__(self, tree: Any, name: str = "") -> None:
        self._tree = tree if isinstance(tree, Mapping) else {}
        self._name = name

    def __getitem__(self, name: str) -> Any:
        found = self._tree.get(name)
        return found if found is not None and not isinstance(found, Mapping) else ForgivingTree(found, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree)

    def __len__(self) -> int:
        return len(self._tree)

    def __str__(self) -> str:
        return self._name

    def __html__(self) -> str:
        return self._name
