"""Rewrites authors that stand as one text (Turner, S.) as fields (family and given, or name), line by line: every other
line and every comment stays as it is.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from casebook.schema.authors import AND_OTHERS, read_author, without_more, written
from casebook.yamlfiles.formatter import comments
from casebook.yamlfiles.parser import SourceFileError, read_text, with_plain_ends

_ENTRY = re.compile(r"(?P<indent> *)- +(?P<value>.*?)(?P<comment> +#.*)?")
BY_HAND = "is written in a way that cannot be set anew without loss; change it by hand"


def with_author_fields(text: str) -> str:
    """The text of a file with authors as fields, with plain line ends; the same text where they are so already.

    Raises SourceFileError where it cannot be read, or where something would be lost.
    """
    text = with_plain_ends(text)
    before = read_text(text)
    if before.faults:
        line, _, message = before.faults[0]
        raise SourceFileError(line, message)
    if not any(True for _ in _texts(before.data)):
        return text
    lines: list[str | None] = list(text.split("\n"))
    for index, places in _texts(before.data):
        last = before.line(("sources", index, "authors", places[-1]))
        more = False
        for place in places:
            at = before.line(("sources", index, "authors", place)) - 1
            more = _rewrite(lines, at, str(before.data["sources"][index]["authors"][place])) or more
        if more:
            _say_others(lines, last, before.line(("sources", index, "authors")))
    after = "\n".join(line for line in lines if line is not None)
    _refuse_loss(before.data, text, after)
    return after


def _texts(data: Any) -> Iterator[tuple[int, list[int]]]:
    """The places of the sources that have authors as texts, and the places of these among their authors."""
    sources = data.get("sources") if isinstance(data, dict) else None
    for index, source in enumerate(sources if isinstance(sources, list) else ()):
        authors = source.get("authors") if isinstance(source, dict) else None
        places = [at for at, one in enumerate(authors if isinstance(authors, list) else ()) if isinstance(one, str)]
        if places:
            yield index, places


def _rewrite(lines: list[str | None], at: int, author: str) -> bool:
    """Writes one author anew in its line; true where the text says that there are more."""
    entry = _ENTRY.fullmatch(lines[at] or "")
    if not entry:
        raise SourceFileError(at + 1, BY_HAND)
    meant, more = read_author(author), without_more(author)[1]
    if meant is None:
        lines[at] = None if not entry["comment"] else f"{entry['indent']}{entry['comment'].strip()}"
        return more
    first, *rest = written(meant)
    new = [f"{entry['indent']}- {first}{entry['comment'] or ''}", *(f"{entry['indent']}  {line}" for line in rest)]
    lines[at] = "\n".join(new)
    return more


def _say_others(lines: list[str | None], last: int, authors: int) -> None:
    """Adds below the authors that there are more. `last` is the line of their last entry; `authors` that of the list,
    which is the line of its name or of its first entry.
    """
    key = re.search(r"authors:", lines[authors - 1] or "") or re.search(r"authors:", lines[authors - 2] or "")
    if not key:
        raise SourceFileError(authors, BY_HAND)
    said = f"{' ' * key.start()}{AND_OTHERS}"
    entry = lines[last - 1]
    lines[last - 1] = said if entry is None else f"{entry}\n{said}"


def _refuse_loss(before: Any, text: str, after: str) -> None:
    expected = copy.deepcopy(before)
    for index, places in _texts(before):
        source = expected["sources"][index]
        if any(without_more(source["authors"][place])[1] for place in places):
            source["and_others"] = True
        source["authors"] = [
            _fields(one) if isinstance(one, str) else one
            for one in source["authors"]
            if not isinstance(one, str) or read_author(one)
        ]
    reading = read_text(after)
    if reading.faults or reading.data != expected or sorted(comments(after)) != sorted(comments(text)):
        raise SourceFileError(1, BY_HAND)


def _fields(text: str) -> dict[str, str]:
    meant = read_author(text)
    return {} if meant is None else meant.model_dump(exclude_none=True)
