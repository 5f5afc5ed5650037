"""Lines that YAML takes for a part of the text above them: a field or an entry indented too far, a note inside
quotation marks.

YAML has no complaint, and the page would show them. Of the texts of several lines that the casebook holds, none begins
a line like that, so each is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from casebook.schema.base import PathInFile
from casebook.schema.kinds import KINDS
from casebook.schema.reference_pages import Bibliography, Glossary, PolicyDates
from casebook.text.characters import shown

_MODELS: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS), Bibliography, Glossary, PolicyDates)
_LONGEST = 80
_BEGINS = re.compile(
    r"\s*(?:(?P<entry>- |(?P<sign>(?:[–—−‐‑‒―•‣▪*]|\d{1,2}[.)]) |-(?=[^\W\d_])))|(?P<note>#(?!\d))|(?P<field>[a-z_]+):)"
)
_SENTENCE_ENDS = re.compile(r"[.!?…:;][\"'”’)]*\Z")
"""After a whole sentence a bullet, a long dash or a number begins an entry; elsewhere it may stand in the middle of a
sentence that was broken there."""
BULLETS = "•‣▪■◦·●○◆➢✓–—−‐‑‒―*"
_KINDS = ("entry", "note", "field")


def swallowed_lines(node: Any, path: PathInFile, source: list[str]) -> Iterator[tuple[int, PathInFile, str]]:
    """The lines (from 1) of a text that were meant as something else, with the path of the field that each would be,
    and what to do.
    """
    first, last = node.start_mark.line, node.end_mark.line
    if first == last or (not node.style and node.value[:1] in BULLETS):
        return
    for index in range(first + 1, min(last + (node.end_mark.column > 0), len(source))):
        found = _BEGINS.match(source[index])
        kind = next((name for name in _KINDS if found[name]), "") if found else ""
        if not found or (kind == "field" and found["field"] not in field_names()):
            continue
        if not found["sign"] or (not node.style and _SENTENCE_ENDS.search(source[index - 1].rstrip())):
            place = (*path[:-1], found["field"]) if kind == "field" and path and isinstance(path[-1], str) else path
            line = shown(source[index].strip(), _LONGEST)
            line = line.removesuffix(node.style) if index == last and node.style in ("'", '"') else line
            yield (
                index + 1,
                place,
                f"“{line}” is read as part of the text that begins on line {first + 1}; "
                f"{_remedy(kind, line, node.style)}",
            )


def _remedy(kind: str, line: str, style: str | None) -> str:
    """What to do with a line. A text in quotation marks goes on until they are closed, whatever the column."""
    if kind == "note":
        return "delete it, or put it outside the text"
    name, colon, rest = line.partition(":")
    alone = (
        f"{name}{colon} {rest.strip()}" if kind == "field" else re.sub(r"\A(?:[-•‣▪*–—−‐‑‒―]|\d+[.)]) *", "- ", line)
    )
    closing = "close the quotation mark before it, and " if style in ("'", '"') else ""
    others = "fields" if kind == "field" else "entries"
    return f"{closing}write {alone.strip()} in the column of the other {others}, or join it to the line above"


@cache
def field_names() -> frozenset[str]:
    """The name of every field that a file of the casebook may have."""
    known: set[type[BaseModel]] = set()
    names: set[str] = set()
    waiting: list[Any] = list(_MODELS)
    while waiting:
        hint = waiting.pop()
        if not (isinstance(hint, type) and issubclass(hint, BaseModel)):
            waiting += get_args(hint)
        elif hint not in known:
            known.add(hint)
            names |= {field.alias or name for name, field in hint.model_fields.items()}
            waiting += [field.annotation for field in hint.model_fields.values()]
    return frozenset(names)
