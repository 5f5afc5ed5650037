"""Says in words what is wrong where YAML itself stops reading."""

from __future__ import annotations

import re

import yaml

from casebook.yamlfiles.line_mistakes import COLON

MOST_DEPTH = 40
TOO_DEEP = f"goes more than {MOST_DEPTH} levels deep; nothing in the format does"
NEVER_CLOSED = "has a quotation mark that is never closed; close it, or remove it"
OUT_OF_LINE = (
    "does not line up with the lines around it; the fields of one thing, and the items of one list, begin "
    "in the same column"
)
TAB = "has a tab; indent with spaces only"
BRACKET = "has a [ that is never closed, or a list in [ ] that is not separated by commas"
OPEN = "has a [ or a { that is never closed; write each entry on a line of its own instead"
COMMA = "has a comma too many in [ ] or { }; remove it, or write what belongs there"
_COMMA_TOO_MANY = re.compile(r"[\[{,]\s*,")
BRACE = "has a { that is never closed; write fields on lines of their own instead"
UNKNOWN = "cannot be read as YAML here; compare the line and the one above it with the template"

BACKSLASH = "has a \\ inside double quotes, where it begins a code; write \\\\ there, or put the text in single quotes"

_SIGNS = (
    ("mapping values are not allowed", COLON),
    ("nesting depth", TOO_DEEP),  # libyaml 0.2.6; the older one is stopped before it gets there
    ("escape character", BACKSLASH),
    ("escape code", BACKSLASH),
    ("hexdecimal number", BACKSLASH),
    ("hexadecimal number", BACKSLASH),
    ("\\t", TAB),
    (
        "cannot start any token",
        "begins with a character that YAML keeps for itself (@, ` or %); put the text in quotes",
    ),
    ("quoted scalar", NEVER_CLOSED),
    ("unexpected end of stream", NEVER_CLOSED),
    ("flow sequence", BRACKET),
    ("flow mapping", BRACE),
    ("flow node", OPEN),
    ("could not find expected ':'", "has a line without a colon after the field's name"),
    ("did not find expected key", OUT_OF_LINE),
    ("did not find expected '-' indicator", OUT_OF_LINE),
    ("expected a single document", "holds two documents (a line of ---); keep one"),
    ("scanning an alias", "begins with a * or an &, which YAML keeps for itself; put the text in quotes"),
    ("scanning an anchor", "begins with a * or an &, which YAML keeps for itself; put the text in quotes"),
    ("undefined alias", "uses an anchor or an alias (& or *); write the text out, or put it in quotes"),
    ("scanning a tag", "uses a tag (!); leave it out, or put the text in quotes"),
)
_BEGUN_BEFORE = (NEVER_CLOSED, BRACKET, BRACE, "has a line without a colon after the field's name")
_FIELD = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_OPENING = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?([\"'])(.*)")
_CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"(.*)'), "'": re.compile(r"(?:[^']|'')*'(?!')(.*)")}


def explained(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line (from 1) where the mistake stands, and what it is."""
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or start
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    near = lines[line - 1] if line <= len(lines) else ""
    found = _open_quote(lines, line) or _beside_quote(near, line)
    if found:
        return found
    if re.match(r"[ -]*\t", near):
        return line, TAB
    said = (
        f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''} {error if mark is None else ''}"
    )
    words = next((words for sign, words in _SIGNS if sign in said), UNKNOWN)
    if _COMMA_TOO_MANY.search(near) and words in (BRACKET, BRACE, OPEN):
        words = COMMA
    if mark and words == COLON and re.match(r"\s*(?:- +)*[\w-]+\Z", near[: mark.column]):
        words = OUT_OF_LINE
    return (start.line + 1 if start and words in _BEGUN_BEFORE else line), words


def _open_quote(lines: list[str], last: int) -> tuple[int, str] | None:
    """The first text up to a line whose quotation mark closes only after another field has begun, or never."""
    number = 0
    while number < min(last, len(lines)):
        opening = _OPENING.match(lines[number])
        number += 1
        if not opening or _CLOSED[opening[1]].match(opening[2]):
            continue
        begun = number
        while number < len(lines) and opening[1] not in lines[number]:
            if _FIELD.match(lines[number]):
                return begun, NEVER_CLOSED
            number += 1
        if number == len(lines) or _FIELD.match(lines[number]):
            return begun, NEVER_CLOSED
        number += 1
    return None


def _beside_quote(near: str, line: int) -> tuple[int, str] | None:
    """A text that goes on after its closing quotation mark."""
    opening = _OPENING.match(near)
    closed = _CLOSED[opening[1]].match(opening[2]) if opening else None
    if closed and closed[1].strip() and not closed[1].lstrip().startswith(("#", ",", ":", "]", "}")):
        return (
            line,
            "has text after a closing quotation mark; put the whole text in quotes, and write quotation marks inside "
            "it as “ ”",
        )
    return None
