"""What is wrong with a file: place, remedy, and how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casebook.schema.base import PathInFile
from casebook.text.characters import shown
from casebook.text.quoting import LONGEST_VALUE, quoted

FieldIssue = tuple[PathInFile, str]
SINGULAR = {
    "accountability": "line",
    "adds": "trace",
    "analysis": "analysis",
    "authors": "author",
    "boxes": "box",
    "cards": "card",
    "changes": "change",
    "checked": "reading",
    "choices": "choice",
    "claims": "claim",
    "columns": "column",
    "dates": "date",
    "decisions": "decision",
    "dimensions": "dimension",
    "disputed": "disputed",
    "endings": "ending",
    "facts": "fact",
    "findings": "finding",
    "forms": "form",
    "gaps": "gap",
    "in_reality": "statement",
    "items": "item",
    "look_for": "line",
    "marks": "mark",
    "members": "member",
    "options": "option",
    "outcome": "statement",
    "parts": "part",
    "patterns": "pattern",
    "plan": "step",
    "plans": "plan",
    "prompts": "prompt",
    "questions": "question",
    "related": "case",
    "rests_on": "statement",
    "results": "result",
    "rows": "row",
    "scenes": "scene",
    "seats": "seat",
    "sectors": "sector",
    "situation": "statement",
    "sources": "source",
    "standards": "standard",
    "task": "statement",
    "terms": "term",
    "themes": "theme",
    "ties": "tie",
    "timeline": "event",
    "today": "word",
    "traces": "trace",
    "unverified": "field",
    "warnings": "warning",
    "why": "statement",
}
LONGEST_NAME = 80
LONGEST_MESSAGE = 4_000
GENERAL = ("item", "statement", "line", "reading")


@dataclass(frozen=True, order=True)
class Issue:
    """One thing that is wrong in one file. `line` counts from 1; a warning does not stop the build.

    A warning is a problem of a draft, or else advice: nothing is wrong, and it would be better told otherwise.

    Place and message may hold what a contributor typed. They are kept as they may be printed: on one line, with
    nothing in them that moves a cursor or that a log takes for a command.
    """

    file: str
    line: int
    where: str
    message: str
    warning: bool = False
    advice: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", shown(self.where, LONGEST_MESSAGE))
        object.__setattr__(self, "message", shown(self.message, LONGEST_MESSAGE))

    def __str__(self) -> str:
        place = f"{shown(self.file, LONGEST_VALUE)}:{self.line}: "
        note = "warning, " if self.advice else "draft, " if self.warning else ""
        return f"{place}{note}{self.where}: {self.message}" if self.where else f"{place}{note}{self.message}"


def spoken_path(path: PathInFile) -> str:
    """A path in the words of the format: timeline, event 2."""
    words: list[str] = []
    last_list = ""
    for step in path:
        if isinstance(step, int):
            singular = SINGULAR.get(last_list, "item")
            if len(words) > 1 and words[-1] == last_list and (singular not in GENERAL or last_list == "items"):
                words.pop()
            words.append(f"{singular} {step + 1}")
        else:
            last_list = step
            words.append(step if len(step) <= LONGEST_NAME else f"{step[:LONGEST_NAME]}...")
    return ", ".join(words)


def twice(entries: Iterable[tuple[PathInFile, str]]) -> Iterator[FieldIssue]:
    """A fault for every id that is used a second time."""
    seen: set[str] = set()
    for path, id_ in entries:
        if id_ in seen:
            yield path, f"the id {quoted(id_)} is used twice; give each its own"
        seen.add(id_)
