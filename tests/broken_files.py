"""The broken files: a good example with one mistake each, and the message that each must give.

They are made from the entries of tests/broken/. An entry has a `name`, a `message`, and one change of the good file:

- `replace` and `with`: a text of one or more lines, and what takes its place;
- `remove`: the line that holds a text, with the deeper lines under it; or a list of such texts;
- `again`: the line that holds a text, and all that follow, are written a second time at the end.

A text is found at whatever depth it is in the file: the lines after its first are indented as that one is. It must be
there once; or else `below` is a text that is there once, and the first match after it counts. The message must name the
line where the changed file first differs from the good one, or else the line of the text in `at`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, zip_longest
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).resolve().parent
GOOD = {"cases": "harbour.yml", "exercises": "harbour-check.yml"}
CHANGES = {"replace", "remove", "again"}
FIELDS = {"name", "message", "with", "below", "at", *CHANGES}


@dataclass(frozen=True)
class BrokenFile:
    """A file with one mistake: its place in a project, its bytes, and the line and the message that it must give."""

    name: str
    place: str
    content: bytes
    line: int
    message: str

    @property
    def expected(self) -> str:
        """What the check must say about the file, with its place."""
        return f"{self.place}:{self.line}: {self.message}"


def read_broken_files(lists: Mapping[str, str]) -> dict[str, BrokenFile]:
    """Every file of some lists by its name, in the order of the names; raises ValueError where an entry is at fault.

    `lists` says for each list of tests/broken/ the folder of the good file that its entries change.
    """
    files = []
    for name, folder in lists.items():
        text = (TESTS / "examples" / folder / GOOD[folder]).read_bytes().decode()
        entries = yaml.safe_load((TESTS / f"broken/{name}.yml").read_bytes())
        files += [make_broken_file(entry, folder, text) for entry in entries]
    by_name = {file.name: file for file in sorted(files, key=lambda file: file.name)}
    if len(by_name) < len(files):
        raise ValueError("tests/broken/: two entries have the same name")
    return by_name


def make_broken_file(entry: dict[str, Any], folder: str, good: str) -> BrokenFile:
    """The file that an entry describes; raises ValueError where its change cannot be made, or in two places."""
    name = entry["name"]
    if unknown := sorted(set(entry) - FIELDS):
        raise ValueError(f"{name}: {', '.join(unknown)} cannot stand in an entry")
    if len(CHANGES & set(entry)) != 1 or ("with" in entry) != ("replace" in entry):
        raise ValueError(f"{name}: needs one change: replace and with, or remove, or again")
    try:
        text = _changed(good, entry)
        line = _expected_line(good, text, entry.get("at"))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    return BrokenFile(name, f"{folder}/{name}.yml", text.encode(), line, entry["message"])


def _changed(good: str, entry: dict[str, Any]) -> str:
    """The text of the good file after the change of an entry."""
    start = _find(good, entry["below"])[1] if "below" in entry else None
    if "again" in entry:
        return good + good[_line_start(good, _find(good, entry["again"], start)[0]) :]
    if "replace" in entry:
        begin, end = _find(good, entry["replace"], start)
        return good[:begin] + _indented(entry["with"], good, begin) + good[end:]
    removed = entry["remove"]
    for text in [removed] if isinstance(removed, str) else removed:
        good = _without_block(good, _line_start(good, _find(good, text, start)[0]))
    return good


def _expected_line(good: str, text: str, at: str | None) -> int:
    """The line of the text `at`; without it the first line that differs from the good file."""
    if good == text:
        raise ValueError("changes nothing")
    if at is not None:
        return text.count("\n", 0, _find(text, at)[0]) + 1
    lines = zip_longest(good.split("\n"), text.split("\n"))
    return next(number for number, (before, after) in enumerate(lines, start=1) if before != after)


def _find(text: str, wanted: str, start: int | None = None) -> tuple[int, int]:
    """Where a text begins and ends: its first match from `start` on, or without `start` its only one."""
    matches = list(_matches(text, wanted, start or 0))
    if not matches or (start is None and len(matches) > 1):
        raise ValueError(f"“{wanted}” is in the file {len(matches)} times, not once")
    return matches[0]


def _matches(text: str, wanted: str, start: int) -> Iterator[tuple[int, int]]:
    first_line = re.compile(re.escape(wanted.partition("\n")[0]))
    for match in first_line.finditer(text, start):
        lines = _indented(wanted, text, match.start())
        if text.startswith(lines, match.start()):
            yield match.start(), match.start() + len(lines)


def _indented(lines: str, text: str, position: int) -> str:
    """Lines for a position in a text: those after the first are indented as the line there, as the first already is."""
    before = text[_line_start(text, position) : position]
    return lines.replace("\n", "\n" + " " * _indent(before))


def _without_block(text: str, begin: int) -> str:
    """The text without the line that begins at a position and the deeper lines under it."""
    first, *rest = text[begin:].split("\n")
    return text[:begin] + "\n".join(dropwhile(lambda line: _indent(line) > _indent(first), rest))


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


BROKEN = read_broken_files({"cases": "cases", "exercises": "exercises"})
ADVISED = read_broken_files({"advice": "cases"})
