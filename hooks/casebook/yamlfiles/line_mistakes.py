"""Mistakes that stand in a single line of a YAML file: each is named, and mended in a copy so that reading can go on.

YAML itself stops at the first of them, often at a later line and for another reason. Mended, the rest of the file is
read too, and a contributor learns of every mistake in one run. The file still counts as faulty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from casebook.text.characters import HARD_SPACE, name_of, shown
from casebook.text.suggestions import did_you_mean
from casebook.yamlfiles.swallowed_lines import BULLETS, field_names

Mended = tuple[str, str]
COLON = "has a colon followed by a space inside a text; put the whole text in quotes"
HARD = "has a hard space"
MERGED = (
    "has the marks of two versions that git could not join (<<<<<<<, =======, >>>>>>>); keep one version, and "
    "delete the lines with the marks"
)
MOST_ABOVE = 200
"""How many lines up a list is looked for: the entry above a bullet is never so long, and the time stays in step with
the file."""
_WORD_BULLETS = re.compile(r"^([ \xa0\t]*)[\uf0a7\uf0b7\uf0d8\uf076\uf0fc](?=\s)", re.MULTILINE)
_MERGE = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?: .*)?$", re.MULTILINE)
_MERGE_IN_PROSE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_LINE = re.compile(r"(?P<before> *(?:- +)*)(?:(?P<key>[\w-]+):(?: +|$))?(?P<text>.*)")
_BULLET = re.compile(rf"( *)([{re.escape(BULLETS)}]|\d{{1,2}}[.)](?= ))( *)(.+)")
_NO_SPACE = re.compile(r"( *(?:- +)*)([a-z][a-z_]*):(?!//)([^\s:].*)")
_NO_SPACE_DASH = re.compile(r"( *)-([a-z][a-z_]*: .*)")
_TOUCHING_DASH = re.compile(r"( *)-([^\s-].*)")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\w*\s*")
_SPACE = HARD_SPACE.pattern
_HARD_BEFORE = re.compile(
    rf"(?P<before>[ -]*{_SPACE}[\s-]*)\S|(?P<name>\s*(?:- +)*[\w-]+{_SPACE}+) *:|(?P<key>\s*(?:- +)*[\w-]+: "
    rf"?{_SPACE}\s*)"
)
_WHERE = {"before": "at the beginning of the line", "name": "before the colon", "key": "after the colon"}
_NO_COLON = re.compile(r"( *)([a-z][a-z_]*)(?: *[;=：] *| +[-–] +| +)(.+)")
_COMMENT = re.compile(r"\s#")
_CLOSED_LIST = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,]")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?\Z")
_OPENS = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?([\"'])(.*)")
_REST = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}


def merge_mark(text: str) -> int:
    """The line (from 1) of the first mark that a merge left; 0 where there is none."""
    found = _MERGE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def merge_mark_in_prose(text: str) -> int:
    """The same for Markdown, where a line of equals signs alone may underline a heading."""
    found = _MERGE_IN_PROSE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def with_plain_bullets(text: str) -> str:
    """The bullets of Word's own fonts, which are private characters, as the bullet that everybody knows."""
    return _WORD_BULLETS.sub(r"\1•", text)


def mend_spaces(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Puts ordinary spaces where hard ones indent, or follow a dash or a colon. Yields index and message."""
    for index in _structure(lines):
        found = _HARD_BEFORE.match(lines[index])
        if found:
            group = found.lastgroup or "before"
            hard = HARD_SPACE.search(lines[index])
            space = name_of(hard[0]) if hard else ""
            yield (
                index,
                f"{HARD} ({space}) {_WHERE[group]}; delete the space there, and type it again with the space bar",
            )
            lines[index] = (
                HARD_SPACE.sub("" if group == "name" else " ", found[group]) + lines[index][found.end(group) :]
            )


def mend_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Mends each line that YAML would stop at, in place. Yields its index (from 0) and what was wrong."""
    column = 0
    for index in _structure(lines):
        for look in (
            _fence,
            _bullet(lines, index),
            _no_space,
            _no_space_after_dash(lines, index),
            _goes_on(lines, index, column),
            _no_colon(column),
            _unquoted,
        ):
            mended = look(lines[index])
            if mended:
                lines[index], message = mended
                yield index, message
        column = _column(lines[index]) if _BEGINS.match(lines[index]) else column


def _structure(lines: list[str]) -> Iterator[int]:
    """The lines that hold fields and entries: none inside a text of several lines (| or >, or in quotes)."""
    block, quote = -1, ""
    for index, line in enumerate(lines):
        inside = len(line) - len(line.lstrip())
        if quote:
            quote = "" if quote in line else quote
            continue
        if not line.strip() or line.lstrip().startswith("#") or (block >= 0 and inside > block):
            continue
        yield index
        block = _column(lines[index]) if _BLOCK.search(lines[index]) else -1
        opening = _OPENS.match(lines[index])
        quote = opening[1] if opening and not _REST[opening[1]].match(opening[2]) else ""


def _column(line: str) -> int:
    """Where the field of a line begins, after its dashes."""
    found = re.match(r" *(?:- +)*(?=[\w-]+:)", line)
    return found.end() if found else len(line) - len(line.lstrip())


def _bullet(lines: list[str], index: int) -> Callable[[str], Mended | None]:
    """Looks for a bullet where an entry of a list begins; a dash inside a text of several lines is none."""

    def look(line: str) -> Mended | None:
        found = _BULLET.fullmatch(line)
        if not found or (found[2] == "*" and not found[3]):
            return None
        nearest = (lines[at] for at in range(index - 1, max(index - MOST_ABOVE, 0) - 1, -1))
        above = next((one for one in nearest if one.strip() and _indent(one) <= len(found[1])), "")
        if not (above.rstrip().endswith(":") or above.lstrip().startswith("- ") or _LINE_KEY.match(found[4])):
            return None
        return (
            f"{found[1]}- {found[4]}",
            f"begins with “{found[2]}” where a list needs - and a space; write - instead",
        )

    return look


_BEGINS = re.compile(r" *(?:- |[\w-]+:(?: |$))")
_STANDS_FOR_ITSELF = re.compile(r"\s*(?:[-#\[\]{}%@&*!|>?,\"'`]|[^\s:]+:|\S.*: |-{3}|\.{3})")
_LINE_KEY = re.compile(r"[a-z_]+: ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _no_space(line: str) -> Mended | None:
    found = _NO_SPACE.fullmatch(line)
    if not found or _LINE_KEY.match(line.strip().lstrip("- ")):
        return None
    mended = f"{found[2]}: {found[3]}"
    return f"{found[1]}{mended}", f"needs a space after the colon; write {shown(mended, 100)}"


def _no_space_after_dash(lines: list[str], index: int) -> Callable[[str], Mended | None]:
    """Looks for an entry whose dash touches its text: before a field, or below another entry."""

    def look(line: str) -> Mended | None:
        found = _NO_SPACE_DASH.fullmatch(line) or (
            _TOUCHING_DASH.fullmatch(line) if _is_below_entry(lines, index) else None
        )
        return (
            (f"{found[1]}- {found[2]}", f"needs a space after the dash; write - {shown(found[2], 100)}")
            if found
            else None
        )

    return look


def _is_below_entry(lines: list[str], index: int) -> bool:
    """True where the nearest line above that is not deeper is an entry of a list in the same column."""
    inside = _indent(lines[index])
    nearest = (lines[at] for at in range(index - 1, max(index - MOST_ABOVE, 0) - 1, -1))
    above = next((one for one in nearest if one.strip() and _indent(one) <= inside), "")
    return _indent(above) == inside and above.lstrip().startswith("- ")


def _fence(line: str) -> Mended | None:
    """A line of ``` from a page or a message that the file was copied from."""
    return (
        ("", "has a mark of Markdown (```), which is not part of the file; delete the line")
        if _FENCE.fullmatch(line)
        else None
    )


@lru_cache(maxsize=4_096)
def _may_be_field(word: str) -> bool:
    """True for the name of a field, and for what a slip may have made of one."""
    return word in field_names() or bool(did_you_mean(word, field_names()))


def _goes_on(lines: list[str], index: int, column: int) -> Callable[[str], Mended | None]:
    """Looks for a text broken by hand whose next line begins no deeper than its field, so that YAML takes it for a
    field.
    """

    def look(line: str) -> Mended | None:
        above = _LINE.fullmatch(lines[index - 1].rstrip()) if index else None
        text = above["text"] if above else ""
        if (
            not text
            or not line.strip()
            or text[0] in "[{|>&*!\"'#"
            or _indent(line) > column
            or _STANDS_FOR_ITSELF.match(line)
        ):
            return None
        word = re.match(r"\s*([a-z][a-z_]*)(?: *[;=：] *| +[-–] +| +)", line)
        if word and (_may_be_field(word[1]) or not re.match(r"\s*\w+ +\w", line)):
            return None
        where = "put it at the end of the line above, or indent it two spaces deeper than the field"
        return f"{' ' * (column + 2)}{line.strip()}", f"goes on with the text of the line above; {where}"

    return look


def _no_colon(column: int) -> Callable[[str], Mended | None]:
    """Looks for a field without a colon: a line that begins no deeper than the field above, and so cannot go on with
    its text.
    """

    def look(line: str) -> Mended | None:
        found = _NO_COLON.fullmatch(line)
        if not found or len(found[1]) > column or ": " in f"{line} " or line.lstrip().startswith("-"):
            return None
        mended = f"{found[2]}: {found[3]}"
        return f"{found[1]}{mended}", f"has no colon after the field's name; write {shown(mended, 100)}"

    return look


def _unquoted(line: str) -> Mended | None:
    """A text that YAML takes for something else, because of how it begins or of a colon in it."""
    found = _LINE.fullmatch(line)
    assert found is not None, "every line has a beginning and a text"
    text = _COMMENT.split(found["text"], maxsplit=1)[0].rstrip()
    message = _why_quotes(text, bool(found["key"]) or "-" in found["before"]) if text else ""
    if not message:
        return None
    quoted = "'" + text.replace("'", "''") + "'"
    return (
        f"{found['before']}{found['key'] + ': ' if found['key'] else ''}{quoted}{found['text'][len(text) :]}",
        message,
    )


def _why_quotes(text: str, is_value: bool) -> str:
    """Why a text needs quotes; empty where it needs none, or has them."""
    first = text[0]
    if first in "\"'" or not is_value:
        return ""
    if first in "[{" and _CLOSED_LIST.match(text):
        return (
            f"has a text that begins with “{first}”, which YAML takes for a list or fields; put the whole text in "
            f"quotes"
        )
    if first in "@`%*&!,]}" or (first in "|>" and not _BLOCK.match(text)) or text[:2] in ("? ", "- "):
        return f"has a text that begins with “{first}”, which YAML keeps for itself; put the whole text in quotes"
    if first not in "[{|>" and (": " in text or text.endswith(":")):
        curly = "; to YAML, curly ones are part of the text" if first in "“‘„" else ""
        return f"{COLON}{curly}"
    return ""
