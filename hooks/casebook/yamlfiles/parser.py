"""Reads YAML strictly, and remembers the line of every value.

What YAML would swallow in silence is refused in words: a lost comment, a repeated key, a key without value, `013`,
anchors, tags, tabs, and characters that nobody can see. A mistake of a single line is named, and mended in a copy so
that all mistakes come in one run. Lines are counted from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from casebook.schema.base import PathInFile
from casebook.text.characters import (
    HARD_SPACE,
    INVISIBLE,
    find_invisible,
    name_of,
    shown,
    without_invisible,
    word_around,
)
from casebook.yamlfiles.foreign_formats import why_not_text
from casebook.yamlfiles.line_mistakes import HARD, MERGED, mend_lines, mend_spaces, merge_mark, with_plain_bullets
from casebook.yamlfiles.quick_reading import Doubtful, quick_data
from casebook.yamlfiles.repeated_content import mend_repeats
from casebook.yamlfiles.syntax_errors import MOST_DEPTH, TOO_DEEP, explained
from casebook.yamlfiles.values import LineFault, Reading, SourceFileError, ValueBuilder

__all__ = [
    "FROM_TEMPLATE",
    "MOST_BYTES",
    "Loader",
    "PathInFile",
    "Reading",
    "SourceFileError",
    "decode",
    "every_path",
    "front_matter",
    "read_file",
    "read_text",
]

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Parser):  # type: ignore[misc]
    """The parser in C where there is one.

    What a plain value means is decided here, so YAML's own guesses are not asked for. The parser asks for one at every
    value, and prepares for it: "".format takes whatever it is given, says nothing, and costs nothing.
    """

    resolve = descend_resolver = ascend_resolver = "".format


MOST_BYTES = 512 * 1024
FROM_TEMPLATE = "start from the template"
"""The remedy for a case or an exercise; a file that has no template says another in its place."""
_MAY_BE_DEEP = re.compile(rf"^[ \t?:-]{{{MOST_DEPTH},}}", re.MULTILINE)
_FIELD = re.compile(r"[ -]*[^\s:'\"]{1,60}")
_BRACKETS = re.compile(r"[\[\]{}]+")
_ALIKE = str.maketrans("{}", "[]")
_ANCHORED = "uses an anchor or an alias (& or *); write the text out, or put it in quotes"
_TAGGED = "uses a tag (!); leave it out, or put the text in quotes"
_MARKS = re.compile(r"\*[^\s,\[\]{}]*|(?:(?:!<[^>\s]*>|[&!][^\s,\[\]{}]*)[ \t]*)+")
_MAY_HOLD_ANCHOR = re.compile(r"[&*!](?<![^\s\[{,].)\S", re.DOTALL)


def _may_be_deep(text: str) -> bool:
    """True when brackets or line beginnings could nest too deep; a guess on the safe side, for the parser in C would
    crash there.
    """
    depth, brackets = 0, "".join(_BRACKETS.findall(text)).translate(_ALIKE)
    while "[]" in brackets and depth <= MOST_DEPTH:
        brackets, depth = brackets.replace("[]", ""), depth + 1
    return depth + brackets.count("[") > MOST_DEPTH or bool(_MAY_BE_DEEP.search(text))


def _without_what_only_events_show(text: str) -> tuple[str, list[LineFault]]:
    """The text with anchors, aliases and tags taken out, and one fault for each.

    Raises SourceFileError for bottomless nesting.
    """
    if not (_MAY_HOLD_ANCHOR.search(text) or _may_be_deep(text)):
        return text, []
    depth, faults, cuts = 0, [], []
    try:
        for event in yaml.parse(text, Loader=Loader):
            named = _ANCHORED if getattr(event, "anchor", None) else _TAGGED if getattr(event, "tag", None) else ""
            if named and event.start_mark:
                faults.append((event.start_mark.line + 1, named))
                cuts.append(event.start_mark.index)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                raise SourceFileError(event.start_mark.line + 1 if event.start_mark else 1, TOO_DEEP, faults)
    except yaml.YAMLError as error:
        raise SourceFileError(*explained(error, text), faults, may_be_mended=True) from None
    for index in reversed(cuts):
        mark = _MARKS.match(text, index)
        if mark:
            text = text[:index] + (f'"{mark[0].strip()}"' if mark[0].startswith("*") else "") + text[mark.end() :]
    return text, faults


def read_text(text: str) -> Reading:
    """Reads the text of one file. Raises SourceFileError where YAML itself stops; other faults are collected.

    A mistake that stands in one line is mended in a copy, so that everything else that is wrong is found in the same
    run.
    """
    text = with_plain_ends(text)
    return read_quickly(text) or read_carefully(text)


def with_plain_ends(text: str) -> str:
    """The text without a byte order mark, each line ended as on Unix."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def reading_of(data: Any, text: str) -> Reading:
    """The reading of a text in which nothing is wrong, and whose data are known; its lines are found when asked for."""
    return Reading(data, find_lines=lambda: read_carefully(with_plain_ends(text)).lines)


def read_quickly(text: str) -> Reading | None:
    """What a text holds, without the lines of its values; they are found once they are asked for. None where anything
    about its form may be wrong.
    """
    if "\\" in text or merge_mark(text) or _MAY_HOLD_ANCHOR.search(text) or _may_be_deep(text):
        return None
    signs = text if text.isascii() else "".join(set(text))
    if find_invisible(signs) or HARD_SPACE.search(signs):
        return None
    try:
        node = yaml.compose(text, Loader=Loader)
        data = quick_data(node, text) if isinstance(node, yaml.MappingNode) else None
    except (yaml.YAMLError, Doubtful, RecursionError):
        return None
    return reading_of(data, text) if data else None


def read_carefully(text: str) -> Reading:
    """Reads a text whose line ends are plain, with the line of every value; see `read_text`."""
    merged = merge_mark(text)
    if merged:
        raise SourceFileError(merged, MERGED)
    text, faults = _cleaned(text)
    try:
        reading = _read(text)
    except SourceFileError as stop:
        text, mended = _mended(text) if stop.may_be_mended else (text, [])
        faults += mended
        if not mended:
            raise _after(faults, stop) from None
        try:
            reading = _read(text)
        except SourceFileError as again:
            raise _after(faults, again) from None
    if not isinstance(reading.data, dict):
        raise SourceFileError(1, f"must hold fields (name: value); {FROM_TEMPLATE}", faults)
    reading.faults = sorted([*_placed(faults, reading), *reading.faults], key=lambda fault: fault[0])
    return reading


def _placed(faults: list[LineFault], reading: Reading) -> list[tuple[int, PathInFile, str]]:
    """Faults of lines, each with the path of the value that stands there."""
    places = {line: path for path, line in reading.lines.items() if path}
    return [(line, places.get(line, ()), message) for line, message in faults]


def _after(faults: list[LineFault], stop: SourceFileError) -> SourceFileError:
    """What stopped the reading, with the faults before it; left out where one of them is the cause.

    That is a fault on the same line, or a hard space in the line above, since nobody knows how many spaces it stood
    for.
    """
    if any(line == stop.line or (line == stop.line - 1 and message.startswith(HARD)) for line, message in faults):
        return SourceFileError(*faults[0], faults)
    return SourceFileError(stop.line, stop.message, faults)


def _cleaned(text: str) -> tuple[str, list[LineFault]]:
    """The text without what nobody can see, and one fault for each line that held some of it."""
    signs = "".join(set(text))
    if not find_invisible(signs) and not HARD_SPACE.search(signs):
        return text, []
    lines = with_plain_bullets(text).split("\n")
    faults: list[LineFault] = []
    for index, line in enumerate(lines):
        found = find_invisible(line)
        if found:
            faults.append((index + 1, _invisible(line, found)))
            lines[index] = _seen(line)
    faults += [(index + 1, message) for index, message in mend_spaces(lines)]
    return "\n".join(lines), faults


def _seen(line: str) -> str:
    """A line without what nobody can see; in the name of a field not even a space stays where a line broke."""
    head, colon, rest = line.partition(":")
    name = INVISIBLE.sub("", head)
    return name + colon + without_invisible(rest) if colon and _FIELD.fullmatch(name) else without_invisible(line)


def _invisible(line: str, found: re.Match[str]) -> str:
    """What nobody can see in a line, the word that holds it, and the word as it is to be typed."""
    word = word_around(line, found.start())
    if found[0] == "\ufffd":
        return f"holds the sign for a letter that was lost (U+FFFD) in “{word}”; type the word again, with that letter"
    clean = _seen(word_around(line, found.start(), safely=False)).strip()
    again = f"; type it again: {shown(clean)}" if clean else "; delete it"
    return f"holds an invisible character ({name_of(found[0])}) in “{word}”{again}"


def invisible_faults(text: str) -> Iterator[LineFault]:
    """What nobody can see in a text that is no YAML: one fault for each line that holds some of it."""
    if find_invisible(text):
        for number, line in enumerate(text.split("\n"), 1):
            found = find_invisible(line)
            if found:
                yield number, _invisible(line, found)


def _mended(text: str) -> tuple[str, list[LineFault]]:
    lines = text.split("\n")
    faults = [(index + 1, message) for index, message in mend_lines(lines)]
    return "\n".join(lines), faults


def _read(text: str) -> Reading:
    """The data of a text, with lines and faults. Raises SourceFileError."""
    try:
        text, faults = _without_what_only_events_show(text)
        node = yaml.compose(text, Loader=Loader)
        if node is None:
            raise SourceFileError(1, f"is empty; {FROM_TEMPLATE}")
        faults += mend_repeats(node)
        builder = ValueBuilder(text)
        builder.reading.data = builder.build(node, ())
        builder.reading.faults += _placed(faults, builder.reading)
    except yaml.YAMLError as error:
        raise SourceFileError(*explained(error, text), may_be_mended=True) from None
    except RecursionError:
        raise SourceFileError(1, TOO_DEEP) from None
    return builder.reading


def decode(content: bytes) -> str:
    """The text of a file's bytes. Raises SourceFileError for a file that is no text, is too large or is not UTF-8."""
    other = why_not_text(content)
    if other:
        raise SourceFileError(1, other)
    if len(content) > MOST_BYTES:
        raise SourceFileError(1, f"is larger than {MOST_BYTES // 1024} KB; split it, or leave out what no reader needs")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceFileError(
            content.count(b"\n", 0, error.start) + 1, "is not saved as UTF-8; save it again with that encoding"
        ) from None


def read_file(path: Path) -> Reading:
    """Reads one file; see `read_text`."""
    return read_text(decode(path.read_bytes()))


_FENCED = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> tuple[str, str]:
    """Splits a page into its front matter and its body. The front matter keeps its lines: a blank one stands for `---`.

    Reads what MkDocs reads: a byte order mark, spaces after `---`, and `...` at the end are an editor's and do no harm.
    Raises SourceFileError where front matter is begun but not rightly.
    """
    text = with_plain_ends(text)
    fenced = _FENCED.match(text)
    if fenced:
        return f"\n{fenced[1]}", text[fenced.end() :]
    if text.startswith("---"):
        remedy = "write --- on a line of its own below the last field"
        raise SourceFileError(1, f"begins its front matter and never ends it; {remedy}")
    if text.lstrip("\ufeff\u200b\u00a0 \t\n").startswith("---"):
        remedy = "delete it, so that the page begins with ---"
        raise SourceFileError(1, f"has a blank or invisible character before its first ---; {remedy}")
    return "", text


def every_path(data: Any, path: PathInFile = ()) -> Iterator[tuple[PathInFile, Any]]:
    """Every value inside plain data, with its path."""
    yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from every_path(value, (*path, key))
