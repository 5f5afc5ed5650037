"""One file, read into its model: what it holds, and what is wrong with its form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from casebook.checking.problems import Fault, Problem, in_words
from casebook.checking.shape import validate
from casebook.reading import Reading, Unreadable, decode, front_matter, read_text

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """One file after reading: its model (or none), and what is wrong with its form."""

    file: str
    model: M | None
    reading: Reading | None
    problems: tuple[Problem, ...]
    body: str = ""
    body_line: int = 1

    def problem(self, path: tuple[str | int, ...], message: str) -> Problem:
        """A problem at a path of this file."""
        line = self.reading.line(path) if self.reading else 1
        return Problem(self.file, line, in_words(path), message, warning=self.is_draft)

    @property
    def is_draft(self) -> bool:
        """True when the file says draft: true, whatever else is wrong with it."""
        data = self.reading.data if self.reading else None
        return isinstance(data, dict) and data.get("draft") is True


_read_before: dict[tuple[str, str], tuple[str, Loaded[Any]]] = {}


def load_file(root: Path, path: Path, model: type[M], page: bool = False) -> Loaded[M]:
    """Reads one file into a model. A file whose content has not changed is not read again."""
    file = path.relative_to(root).as_posix()
    content = path.read_bytes()
    seal = hashlib.sha256(content).hexdigest()
    known = _read_before.get((str(path), model.__name__))
    if known and known[0] == seal:
        return known[1]
    loaded = _load(file, content, model, page)
    _read_before[str(path), model.__name__] = (seal, loaded)
    return loaded


def _load(file: str, content: bytes, model: type[M], page: bool) -> Loaded[M]:
    body, body_line = "", 1
    try:
        text = decode(content)
        if page:
            head, body = front_matter(text.replace("\r\n", "\n"))
            if not head:
                raise Unreadable(1, "has no front matter; begin the page with --- and its fields")
            body_line = head.count("\n") + 2
            text = head
        reading = read_text(text)
    except Unreadable as stop:
        return Loaded(file, None, None, tuple(Problem(file, line, "", message) for line, message in stop.every))
    draft = reading.data.get("draft") is True
    found, shape = validate(model, reading.data)
    faults: list[Fault] = list(shape)
    bare = {path for _, path, _ in reading.faults}
    problems = [Problem(file, line, in_words(path), message, draft) for line, path, message in reading.faults]
    problems += [Problem(file, reading.line(path), in_words(path), message, draft) for path, message in faults if path not in bare]
    return Loaded(file, found if not reading.faults else None, reading, tuple(problems), body, body_line)


def slugs(root: Path, folder: str, ending: str = ".yml") -> Iterator[tuple[str, Path]]:
    """The files of a folder, one item each; what begins with _ is a template."""
    for path in sorted((root / folder).glob(f"*{ending}")):
        if not path.name.startswith("_"):
            yield path.name.removesuffix(ending), path
