"""Reads YAML strictly, and remembers the line of every value.

What YAML would swallow in silence is refused in words: a lost comment, a repeated key, a key without value, `013`,
anchors, tags, tabs. Lines are counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from casebook.syntax import in_words

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Parser):  # type: ignore[misc]
    """The parser in C where there is one. What a plain value means is decided here, so YAML's own guesses are not asked for."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """No guess."""
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing to prepare."""

    def ascend_resolver(self) -> None:
        """Nothing to put back."""


Path_ = tuple[str | int, ...]

MOST_BYTES = 512 * 1024
MOST_DEPTH = 40
TOO_DEEP = f"goes more than {MOST_DEPTH} levels deep; nothing in the format does"
_WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9]\d{0,15})\Z", re.ASCII)
_ZERO_NUMBER = re.compile(r"-?0\d+\Z", re.ASCII)
_MAY_BE_DEEP = re.compile(rf"^[ \t?:-]{{{MOST_DEPTH},}}", re.MULTILINE)
_BRACKETS = re.compile(r"[\[\]{}]")
_MAY_HOLD_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*!]\S", re.MULTILINE)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]")


class Unreadable(Exception):
    """A file or a place in it that cannot be read; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass
class Reading:
    """What a file holds, where each value stands, and what is wrong with its form."""

    data: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    faults: list[tuple[int, Path_, str]] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        """The line of a value; where the path leads outside the file, the line of the nearest thing around it."""
        at: Path_ = ()
        for step in path:
            if (*at, step) in self.lines:
                at = (*at, step)
        return self.lines.get(at, 1)


class _Builder:
    """Turns a tree of YAML nodes into plain data, collecting lines and faults on the way."""

    def __init__(self, text: str) -> None:
        self.source = text.split("\n")
        self.reading = Reading(None)

    def fault(self, node: Any, path: Path_, message: str) -> None:
        self.reading.faults.append((node.start_mark.line + 1, path, message))

    def build(self, node: Any, path: Path_) -> Any:
        if len(path) > MOST_DEPTH:
            raise Unreadable(node.start_mark.line + 1, TOO_DEEP)
        self.reading.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.scalar(node, path)

    def mapping(self, node: Any, path: Path_) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, path, "has a list or a mapping where a field's name should stand")
                continue
            key = key_node.value
            if key in found:
                self.fault(key_node, (*path, key), "stands twice; keep one of them, or join the two")
                continue
            self.reading.lines[(*path, key)] = key_node.start_mark.line + 1
            if node.flow_style and _is_bare(value_node):
                self.fault(key_node, (*path, key), "has no value; inside { } a comma begins a new field, so write fields on lines of their own")
                found[key] = None
            else:
                found[key] = self.build(value_node, (*path, key))
        return found

    def scalar(self, node: Any, path: Path_) -> Any:
        value = node.value
        turning = _TURNING.search(value)
        if turning:
            self.fault(node, path, f"holds an invisible character that turns the words after it round (U+{ord(turning[0]):04X}); delete it")
        if node.style is not None and node.style != "":
            return value
        self.look_for_lost_comment(node, path)
        if value in ("", "~", "null", "Null", "NULL"):
            self.fault(node, path, "has no value; give it one, or leave the field out")
            return None
        if _WHOLE_NUMBER.match(value):
            return int(value)
        if _ZERO_NUMBER.match(value):
            self.fault(node, path, f"“{value}” begins with a nought, which YAML reads in its own way; put it in quotes")
        return {"true": True, "false": False}.get(value, value)

    def look_for_lost_comment(self, node: Any, path: Path_) -> None:
        line, column = node.end_mark.line, node.end_mark.column
        rest = self.source[line][column:] if line < len(self.source) else ""
        comment = re.match(r"( *)#(.?)", rest)
        if comment and node.value and (len(comment[1]) < 2 or comment[2] not in (" ", "")):
            self.fault(node, path, "has a # that would cut the text off there; put the text in quotes (or, for a comment, two spaces before the # and one after)")


def _is_bare(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def _may_be_deep(text: str) -> bool:
    """True when brackets or line beginnings could nest too deep; a guess on the safe side, for the parser in C would crash there."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > MOST_DEPTH:
            return True
    return bool(_MAY_BE_DEEP.search(text))


def _refuse_what_only_events_show(text: str) -> None:
    """Raises Unreadable for anchors, aliases, tags and bottomless nesting."""
    if not (_MAY_HOLD_ANCHOR.search(text) or _may_be_deep(text)):
        return
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None):
            raise Unreadable(line, "uses an anchor or an alias (& or *); write the text out, or put it in quotes")
        if getattr(event, "tag", None):
            raise Unreadable(line, "uses a tag (!); leave it out, or put the text in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise Unreadable(line, TOO_DEEP)


def read_text(text: str) -> Reading:
    """Reads the text of one file. Raises Unreadable where YAML itself stops; other faults are collected."""
    strange = _STRANGE.search(text)
    if strange:
        raise Unreadable(text.count("\n", 0, strange.start()) + 1, f"holds an invisible control character (U+{ord(strange[0]):04X}); delete it")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        _refuse_what_only_events_show(text)
        node = yaml.compose(text, Loader=Loader)
        builder = _Builder(text)
        if node is None:
            raise Unreadable(1, "is empty; start from the template")
        builder.reading.data = builder.build(node, ())
    except yaml.YAMLError as error:
        raise Unreadable(*in_words(error, text)) from None
    except RecursionError:
        raise Unreadable(1, TOO_DEEP) from None
    if not isinstance(builder.reading.data, dict):
        raise Unreadable(1, "must hold fields (name: value); start from the template")
    return builder.reading


def decode(content: bytes) -> str:
    """The text of a file's bytes. Raises Unreadable for a file that is too large or is not UTF-8."""
    if len(content) > MOST_BYTES:
        raise Unreadable(1, f"is larger than {MOST_BYTES // 1024} KB; split it, or leave out what no reader needs")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(content.count(b"\n", 0, error.start) + 1, "is not saved as UTF-8; save it again with that encoding") from None


def read_file(path: Path) -> Reading:
    """Reads one file; see `read_text`."""
    return read_text(decode(path.read_bytes()))


_FENCED = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> tuple[str, str]:
    """Splits a page into its front matter and its body. The front matter keeps its lines: a blank one stands for `---`.

    Reads what MkDocs reads: a byte order mark, spaces after `---`, and `...` at the end are an editor's and do no harm.
    Raises Unreadable where front matter is begun but not rightly.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    fenced = _FENCED.match(text)
    if fenced:
        return f"\n{fenced[1]}", text[fenced.end() :]
    if text.startswith("---"):
        remedy = "write --- on a line of its own below the last field"
        raise Unreadable(1, f"begins its front matter and never ends it; {remedy}")
    if text.lstrip("\ufeff\u200b\u00a0 \t\n").startswith("---"):
        remedy = "delete it, so that the page begins with ---"
        raise Unreadable(1, f"has a blank or invisible character before its first ---; {remedy}")
    return "", text


def every_path(data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every value inside plain data, with its path."""
    yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from every_path(value, (*path, key))
