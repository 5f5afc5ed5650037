"""Turns a parsed YAML tree into plain data, remembers the line of every value, and collects what is wrong on the
way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from casebook.schema.base import PathInFile
from casebook.text.characters import (
    HARD_SPACE,
    find_invisible,
    name_of,
    shown,
    with_plain_spaces,
    without_invisible,
    word_around,
)
from casebook.text.letters import in_latin
from casebook.yamlfiles.swallowed_lines import swallowed_lines
from casebook.yamlfiles.syntax_errors import MOST_DEPTH, TOO_DEEP

LineFault = tuple[int, str]

WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9]\d{0,15})\Z", re.ASCII)
ZERO_NUMBER = re.compile(r"-?0\d+\Z", re.ASCII)
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_COMMENT = re.compile(r"( *)#(.?)")
FLOW_WORD = re.compile(r"-?[a-z0-9][a-z0-9_.:/~?-]*\Z")
_WRITTEN_AS_CODE = "made by a \\ inside double quotes; remove it, or write \\\\ for a backslash"
_TORN = "in a list in [ ], which is for ids and fixed words only"
_ON_LINES = "write each entry on a line of its own, beginning with -, or put a single text in quotes"
_NO_VALUE = "has no value; give it one, or leave the field out"
_ONLY_COMMENT = (
    "has no value, since a # begins a comment; put a text that begins with # in quotes, or leave the field out"
)
_HAS_HASH = (
    "has a # that would cut the text off there; put the text in quotes (or, for a comment, two spaces before "
    "the # and one after)"
)


class SourceFileError(Exception):
    """A file or a place in it that cannot be read; `line` counts from 1.

    `every` holds the mistakes found before it too.
    """

    def __init__(self, line: int, message: str, before: Iterable[LineFault] = (), may_be_mended: bool = False) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.every: list[LineFault] = sorted({*before, (line, message)})
        self.may_be_mended = may_be_mended


@dataclass
class Reading:
    """What a file holds, where each value stands, and what is wrong with its form."""

    data: Any
    lines: dict[PathInFile, int] = field(default_factory=dict)
    faults: list[tuple[int, PathInFile, str]] = field(default_factory=list)
    find_lines: Callable[[], dict[PathInFile, int]] | None = field(default=None, repr=False, compare=False)
    """What finds the lines when the first is asked for, where they were left out while reading."""

    def line(self, path: PathInFile) -> int:
        """The line of a value; where the path leads outside the file, the line of the nearest thing around it."""
        if self.find_lines:
            self.lines, self.find_lines = self.find_lines(), None
        at: PathInFile = ()
        for step in path:
            if (*at, step) in self.lines:
                at = (*at, step)
        return self.lines.get(at, 1)


class ValueBuilder:
    """Turns a tree of YAML nodes into plain data, collecting lines and faults on the way."""

    def __init__(self, text: str) -> None:
        self.source = text.split("\n")
        self.reading = Reading(None)
        self.has_codes = "\\" in text
        self.plain = not self.has_codes and (text.isascii() or not HARD_SPACE.search("".join(set(text))))

    def fault(self, node: Any, path: PathInFile, message: str) -> None:
        """Notes what is wrong at a node."""
        self.reading.faults.append((node.start_mark.line + 1, path, message))

    def build(self, node: Any, path: PathInFile) -> Any:
        """The plain data of a node. Raises SourceFileError where it goes too deep."""
        if len(path) > MOST_DEPTH:
            raise SourceFileError(node.start_mark.line + 1, TOO_DEEP)
        self.reading.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style:
                self.look_for_torn_texts(node, path)
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.scalar(node, path)

    def mapping(self, node: Any, path: PathInFile) -> dict[str, Any]:
        """The fields of a node, each name once."""
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, path, "has a list or a mapping where a field's name should stand")
                continue
            key = (key_node.value if self.plain else self.cleaned(key_node, path, is_key=True)).strip()
            if key in found:
                self.fault(key_node, (*path, key), "is written twice; keep one of them, or join the two")
                continue
            self.reading.lines[(*path, key)] = key_node.start_mark.line + 1
            if node.flow_style and _is_bare(value_node):
                self.fault(
                    key_node,
                    (*path, key),
                    "has no value; inside { } a comma begins a new field, so write fields on lines of their own",
                )
                found[key] = None
            else:
                found[key] = self.build(value_node, (*path, key))
        return found

    def scalar(self, node: Any, path: PathInFile) -> Any:
        """A text, a whole number, true or false; what is in quotes is a text."""
        value = node.value if self.plain else self.cleaned(node, path)
        self.reading.faults += swallowed_lines(node, path, self.source)
        if node.style is not None and node.style != "":
            return value
        after = self.source[node.end_mark.line][node.end_mark.column :] if node.end_mark.line < len(self.source) else ""
        comment = _COMMENT.match(after) if "#" in after else None
        if comment and node.value and (len(comment[1]) < 2 or comment[2] not in (" ", "")):
            self.fault(node, path, _HAS_HASH)
        if value in NOTHING:
            self.fault(node, path, _NO_VALUE if not comment else _ONLY_COMMENT)
            return None
        if WHOLE_NUMBER.match(value):
            return int(value)
        if ZERO_NUMBER.match(value):
            number = shown(value.replace("-", "").lstrip("0") or "0", 40)
            self.fault(
                node,
                path,
                f"“{shown(value, 40)}” begins with a zero, which YAML reads in its own way; write {number}, or put "
                f"a text in quotes",
            )
        return {"true": True, "false": False}.get(value, value)

    def cleaned(self, node: Any, path: PathInFile, is_key: bool = False) -> str:
        """A text with plain spaces, and without what a code in double quotes put into it and nobody can see."""
        text = with_plain_spaces(str(node.value))
        text = text if node.style else text.strip(" ")
        found = find_invisible(text) if self.has_codes else None
        if not found:
            return text
        word = word_around(text, found.start())
        self.fault(node, path, f"holds an invisible character ({name_of(found[0])}) in {word}, {_WRITTEN_AS_CODE}")
        return without_invisible(text).replace(" ", "" if is_key else " ")

    def look_for_torn_texts(self, node: Any, path: PathInFile) -> None:
        """A list in square brackets holds ids and fixed words; any comma in it begins a new entry."""
        for item in node.value:
            if (
                isinstance(item, yaml.ScalarNode)
                and not item.style
                and item.value
                and not FLOW_WORD.match(in_latin(with_plain_spaces(item.value).strip(" ")))
            ):
                self.fault(item, path, f"has “{shown(item.value, 60)}” {_TORN}; {_ON_LINES}")
                return


def is_torn(message: str) -> bool:
    """True where a text in square brackets was named.

    Where its model names the entry itself, that message is the better.
    """
    return _TORN in message


def _is_bare(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style
