"""Lets a server go on: what cannot be made is left out, with a line in the log, and all the rest stays."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from casebook.library.library import Library

T = TypeVar("T")
Writer = tuple[str, Callable[[], T]]
log = logging.getLogger("mkdocs.casebook")


_MISSING = re.compile(r"'dict object' has no attribute '(.+)'")


def reason_of(error: Exception) -> str:
    """What an exception is about, in a line: of what is not there, its name alone."""
    said = " ".join(str(error.args[0] if error.args else type(error).__name__).split())
    missing = _MISSING.fullmatch(said)
    return missing[1] if missing else said


def attempt(library: Library, path: str, write: Callable[[], T]) -> T | None:
    """What `write` gives. While serving, None where it fails, and a line in the log; a build stops there."""
    if not library.serving:
        return write()
    try:
        return write()
    except Exception as error:
        log.error("%s is left out, because it cannot be made: %s", path, reason_of(error))
        return None


def written(library: Library, writers: Iterable[Writer[T]]) -> Iterator[tuple[str, T]]:
    """The path and content of each file that can be made."""
    for path, write in writers:
        content = attempt(library, path, write)
        if content is not None:
            yield path, content
