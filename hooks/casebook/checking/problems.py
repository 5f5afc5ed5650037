"""What is wrong with a file: place, remedy, and how it is said."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PathInFile = tuple[str | int, ...]
Fault = tuple[PathInFile, str]

SINGULAR = {
    "accountability": "line", "adds": "trace", "analysis": "analysis", "authors": "author", "boxes": "box", "cards": "card", "checked": "reading",
    "choices": "choice", "claims": "claim", "columns": "column", "dates": "date",
    "decisions": "decision", "dimensions": "dimension", "disputed": "disputed", "endings": "ending", "facts": "fact", "findings": "finding",
    "forms": "form", "gaps": "gap", "items": "item", "marks": "mark", "members": "member", "options": "option", "outcome": "statement", "parts": "part",
    "patterns": "pattern",
    "plan": "step", "prompts": "prompt", "questions": "question", "related": "case", "results": "result", "rows": "row", "scenes": "scene", "seats": "seat",
    "sectors": "sector",
    "situation": "statement", "sources": "source", "task": "statement", "terms": "term", "themes": "theme", "ties": "tie", "timeline": "event",
    "traces": "trace", "unverified": "field", "warnings": "warning", "why": "statement",
}  # fmt: skip
GENERAL = ("item", "statement", "line", "reading")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one file. `line` counts from 1; a warning does not stop the build."""

    file: str
    line: int
    where: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: "
        note = "draft, " if self.warning else ""
        return f"{place}{note}{self.where}: {self.message}" if self.where else f"{place}{note}{self.message}"


def in_words(path: PathInFile) -> str:
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
            words.append(step)
    return ", ".join(words)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a near miss, beginning with a semicolon; empty where nothing is near."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def listed(words: Iterable[str], most: int = 14) -> str:
    """Words as a list to choose from, cut where it would grow too long."""
    every = list(words)
    return ", ".join(every[:most]) + (", ..." if len(every) > most else "")


def twice(entries: Iterable[tuple[PathInFile, str]]) -> Iterator[Fault]:
    """A fault for every id that stands a second time."""
    seen: set[str] = set()
    for path, id_ in entries:
        if id_ in seen:
            yield path, f"the id “{id_}” stands twice; give each its own"
        seen.add(id_)
