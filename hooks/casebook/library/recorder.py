"""Notes what a page rests on while it is written: items that were asked for, whole lists, and plain values.

A page that was kept holds as long as all of that is the same; see `casebook.site.page_cache`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Note = tuple[str, ...]
"""("item", kind, id): one item, or that there is none of that id. ("ids", kind): which items there are, in their order.
("all", kind): everything in all of them. ("value", function, arguments, digest): a plain value; see `plain_value`."""
T = TypeVar("T")


class Recorder:
    """Takes notes while somebody listens."""

    def __init__(self) -> None:
        self.notes: set[Note] | None = None

    def add(self, notes: Iterable[Note]) -> None:
        """Takes notes; nothing where nobody listens."""
        if self.notes is not None:
            self.notes.update(notes)

    @contextmanager
    def listening(self) -> Iterator[set[Note]]:
        """Gathers the notes of what happens meanwhile, apart from those of the surroundings."""
        outer, self.notes = self.notes, set()
        try:
            yield self.notes
        finally:
            self.notes = outer


class RecordedItems(dict[str, T]):
    """The items of a kind by id, which note what of them is asked for. Read only: nothing notes a change."""

    def __init__(self, items: dict[str, T], recorder: Recorder, kind: str) -> None:
        super().__init__(items)
        self._recorder = recorder
        self._kind = kind

    def _note(self, what: str, *id_: str) -> None:
        if self._recorder.notes is not None:
            self._recorder.notes.add((what, self._kind, *id_))

    def __getitem__(self, id_: str) -> T:
        self._note("item", id_)
        return super().__getitem__(id_)

    def get(self, id_: str, default: Any = None) -> Any:
        """The item of an id."""
        self._note("item", id_)
        return super().get(id_, default)

    def __contains__(self, id_: object) -> bool:
        self._note("item", str(id_))
        return super().__contains__(id_)

    def __iter__(self) -> Iterator[str]:
        self._note("ids")
        return super().__iter__()

    def __len__(self) -> int:
        self._note("ids")
        return super().__len__()

    def keys(self) -> Any:
        """The ids, in their order."""
        self._note("ids")
        return super().keys()

    def values(self) -> Any:
        """The items, in their order."""
        self._note("all")
        return super().values()

    def items(self) -> Any:
        """The ids with their items, in their order."""
        self._note("all")
        return super().items()
