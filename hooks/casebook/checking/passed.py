"""What was looked at once and found right is not looked at again, in this build or a later one, until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from casebook.library.library import Library

T = TypeVar("T")


def unless_passed(library: Library, rule: str, rests_on: tuple[str, ...], look: Callable[[], Iterable[T]]) -> list[T]:
    """What `look` finds wrong; nothing, without looking, where it found nothing wrong in the same before.

    `rests_on`: the texts, or the digests of texts, that decide. What was found wrong is looked at each time.
    """
    key = library.kept.key("passed", rule, *rests_on) if library.kept else ""
    if library.kept and library.kept.get(key) is not None:
        return []
    found = list(look())
    if library.kept and not found:
        library.kept.put(key, "")
    return found
