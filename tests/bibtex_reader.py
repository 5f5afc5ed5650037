"""A strict reader of BibTeX: braces balance for all readers, and nothing stands between the entries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.citations.bibtex_ris import _escaped as escaped

__all__ = ["Entry", "escaped", "read_bibtex"]
_HEAD = re.compile(r"\s*@(?P<kind>[a-z]+)\{(?P<key>[^\s,{}]*),\s*")
_NAME = re.compile(r"\s*(?P<name>[a-z]+)\s*=\s*\{")
_END = re.compile(r"\s*\}\s*")


@dataclass(frozen=True)
class Entry:
    """One entry: its type, its key and its fields, without their outer braces."""

    kind: str
    key: str
    fields: dict[str, str]


def read_bibtex(text: str) -> list[Entry]:
    """The entries of a file. Raises ValueError where it is no BibTeX, or says a field twice."""
    entries, at = [], 0
    while at < len(text):
        head = _HEAD.match(text, at)
        if not head:
            raise ValueError(f"no entry begins here: {text[at : at + 60]!r}")
        at, fields = head.end(), {}
        while name := _NAME.match(text, at):
            value, at = _braced(text, name.end())
            if name["name"] in fields:
                raise ValueError(f"{name['name']} stands twice in {head['key']}")
            fields[name["name"]] = value
            if text[at : at + 1] == ",":
                at += 1
        end = _END.match(text, at)
        if not end:
            raise ValueError(f"{head['key']} does not end here: {text[at : at + 60]!r}")
        at = end.end()
        entries.append(Entry(head["kind"], head["key"], fields))
    return entries


def _braced(text: str, start: int) -> tuple[str, int]:
    """What stands up to the brace that closes the one before `start`, and where it ends.

    BibTeX counts every brace, escaped or not, and other readers do not count the escaped ones: the value has to end at
    the same place for both.
    """
    ends = {_closing(text, start, counts_escaped) for counts_escaped in (True, False)}
    if len(ends) != 1:
        raise ValueError(f"readers differ on where this ends: {text[start : start + 60]!r}")
    end = ends.pop()
    return text[start:end], end + 1


def _closing(text: str, start: int, counts_escaped: bool) -> int:
    depth, at = 1, start
    while at < len(text):
        if text[at] == "\\" and not counts_escaped:
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at
        at += 1
    raise ValueError(f"nothing closes this: {text[start : start + 60]!r}")
