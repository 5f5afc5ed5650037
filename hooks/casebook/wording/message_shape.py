"""The shape of the words of the interface: which keys there are, what kind of words each holds, and what is filled in.

Templates, Python and scripts rest on it. It is written from docs/messages/en.yml by `casebook schema` and committed, so
that a key that got lost, or a {name} that nothing fills in, is named before a page asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from casebook.text.suggestions import did_you_mean
from casebook.yamlfiles.parser import Reading

SHAPE = "docs/messages/shape.txt"
PLURAL = {"one", "other"}
_HEAD = "# What docs/messages/en.yml must hold, written by casebook schema: key, kind, and what is filled in.\n"
NUMBER = ", a number"
_BACK = "put it back, or, if nothing uses it any more, run: casebook schema"
FieldIssue = tuple[tuple[str, ...], str]
_SHAPE_LINE = re.compile(r"[^\s:]+: (?:text|plural|list of texts|list of fields)(?: \{[^{}]+\})*")


@dataclass(frozen=True)
class MessageKind:
    """What stands under a key: text, plural (one and other) or list.

    `names`: what is filled in; of a list of fields, the fields that each entry has (those inside a field with a dot).
    """

    kind: str
    names: frozenset[str] = frozenset()


def names_in(text: str) -> frozenset[str]:
    """The {names} of a text. Raises ValueError for a brace that does not close or holds no name."""
    found = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    if any(not name.isidentifier() or spec or conversion for name, spec, conversion in found):
        raise ValueError(text)
    return frozenset(name for name, _, _ in found)


def kind_of(value: Any) -> MessageKind:
    """The kind of what stands under a key that holds words. Raises ValueError for odd braces."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return MessageKind("list of fields", frozenset.intersection(*(_fields_of(one) for one in value)))
    if isinstance(value, list):
        return MessageKind("list of texts")
    if isinstance(value, Mapping):
        return MessageKind("plural", names_in(str(value.get("other", ""))))
    return MessageKind("text", names_in(str(value)))


def _fields_of(entry: Mapping[str, Any], above: str = "") -> frozenset[str]:
    """The fields of one entry of a list; of those inside a field, its name and theirs: seats.text."""
    found: set[str] = set()
    for name, value in entry.items():
        number = NUMBER if isinstance(value, int) and not isinstance(value, bool) else ""
        found |= _fields_of(value, f"{above}{name}.") if isinstance(value, Mapping) else {f"{above}{name}{number}"}
    return frozenset(found)


def leaves(tree: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every key that holds words, with them; one and other belong to the same."""
    for name, value in tree.items():
        if isinstance(value, Mapping) and not set(value) <= PLURAL:
            yield from leaves(value, (*above, str(name)))
        else:
            yield (*above, str(name)), value


def shape_text(tree: Mapping[str, Any]) -> str:
    """The file as it is written."""
    kinds = {"/".join(key): kind_of(value) for key, value in leaves(tree)}
    lines = (
        f"{key}: {' '.join([one.kind, *(f'{{{name}}}' for name in sorted(one.names))])}" for key, one in kinds.items()
    )
    return _HEAD + "\n".join(lines) + "\n"


def read_shape(text: str) -> dict[tuple[str, ...], MessageKind]:
    """The shape, from the text of its file."""
    shape = {}
    for line in text.splitlines():
        key, colon, rest = line.partition(": ")
        if colon and not line.startswith("#"):
            kind, *names = rest.split(" {")
            shape[tuple(key.split("/"))] = MessageKind(kind, frozenset(name.rstrip("}") for name in names))
    return shape


def spoilt_lines(text: str) -> Iterator[int]:
    """The lines (from 1) of the file that are not as they are written: marks of a merge, half a line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#") and not _SHAPE_LINE.fullmatch(line):
            yield number


def check_words(
    reading: Reading, shape: Mapping[tuple[str, ...], MessageKind]
) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """What the words lack of their shape. Yields line, key and message."""
    for line, path, message in reading.faults:
        yield line, tuple(str(step) for step in path), message
    lost = {tuple(str(step) for step in path) for _, path, _ in reading.faults}
    for key, wanted in shape.items():
        value = _at(reading.data, key)
        if value is not None:
            yield from ((reading.line(key), key, message) for message in _wrong(value, wanted))
        elif key not in lost:
            gone = _first_gone(reading.data, key)
            if gone not in lost:
                lost.add(gone)
                yield _gone(reading, gone, shape)


def _first_gone(tree: Any, key: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest beginning of a key under which nothing stands: a section that is gone is one mistake."""
    return next(key[:length] for length in range(1, len(key) + 1) if not isinstance(_at(tree, key[:length]), Mapping))


def _gone(
    reading: Reading, gone: tuple[str, ...], shape: Mapping[tuple[str, ...], MessageKind]
) -> tuple[int, tuple[str, ...], str]:
    """What is said of a key that is gone; where it seems misspelt, it is said of the name that stands in its place."""
    if _at(reading.data, gone) is not None:
        return reading.line(gone), gone, "must hold fields (name: value)"
    known = {key[: len(gone)] for key in shape}
    beside = _at(reading.data, gone[:-1]) if len(gone) > 1 else reading.data
    for name in beside if isinstance(beside, Mapping) else ():
        typed = (*gone[:-1], str(name))
        if typed not in known and did_you_mean(str(name), [gone[-1]]):
            return reading.line(typed), typed, f"is not a name that anything asks for; write {gone[-1]}"
    return reading.line(gone), gone, f"is missing; {_BACK}"


def _at(tree: Any, key: tuple[str, ...]) -> Any:
    for step in key:
        tree = tree.get(step) if isinstance(tree, Mapping) else None
    return tree


def _wrong(value: Any, wanted: MessageKind) -> Iterator[str]:
    """What is wrong with the words under one key."""
    if wanted.kind == "plural":
        yield from _wrong_plural(value, wanted)
    elif wanted.kind == "text":
        yield from _wrong_text(value, wanted.names, wanted.names)
    elif not isinstance(value, list) or not value:
        yield "must be a list; begin each entry with - on a line of its own"
    else:
        entry = "a text" if wanted.kind == "list of texts" else "fields (name: value)"
        is_right = dict if wanted.kind == "list of fields" else str | int
        if not all(isinstance(one, is_right) for one in value):
            yield f"must be a list in which each entry is {entry}"
        elif wanted.kind == "list of fields":
            for number, one in enumerate(value, 1):
                yield from (f"entry {number}: {message}" for message in _wrong_entry(one, wanted.names))


def _wrong_entry(entry: Mapping[str, Any], wanted: frozenset[str]) -> Iterator[str]:
    for field in sorted(wanted):
        name = field.removesuffix(NUMBER)
        value = _at(entry, tuple(name.split(".")))
        if value is None:
            yield f"leaves out {name}; {_BACK}"
        elif isinstance(value, list | Mapping | bool):
            yield f"{name} must be a text"
        elif field.endswith(NUMBER) and not isinstance(value, int):
            yield f"{name} must be a number"


def _wrong_plural(value: Any, wanted: MessageKind) -> Iterator[str]:
    if not isinstance(value, Mapping) or set(value) != PLURAL:
        yield "needs two texts, one: for 1 and other: for every other number"
        return
    for name in sorted(PLURAL):
        least = wanted.names if name == "other" else frozenset()
        yield from (f"{name}: {message}" for message in _wrong_text(value[name], least, wanted.names))


def _wrong_text(value: Any, least: frozenset[str], most: frozenset[str]) -> Iterator[str]:
    """`least`: the names that must be filled in; `most`: those that can be."""
    if isinstance(value, list | Mapping | bool) or value is None:
        what = (
            "a list"
            if isinstance(value, list)
            else "true or false"
            if isinstance(value, bool)
            else "fields (name: value)"
        )
        yield f"must be a text, not {what}"
        return
    try:
        names = names_in(str(value))
    except ValueError:
        yield "has a brace { or } that belongs to no {name}; leave it out"
        return
    for name in sorted(names - most):
        listed = ", ".join(f"{{{one}}}" for one in sorted(most))
        yield f"nothing fills in {{{name}}}; {f'choose from {listed}' if most else 'leave it out'}"
    for name in sorted(least - names):
        yield f"leaves out {{{name}}}; {_BACK}"


def mended(tree: Any, shape: Mapping[tuple[str, ...], MessageKind]) -> dict[str, Any]:
    """The words with a stand-in, their own key, for each that is missing or wrong: a page that is served still
    stands.
    """
    whole = _copy(tree) if isinstance(tree, Mapping) else {}
    for key, wanted in shape.items():
        value = _at(whole, key)
        if value is None or next(_wrong(value, wanted), None):
            _put(whole, key, _stand_in(key, wanted))
    return whole


def _copy(tree: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _copy(value) if isinstance(value, Mapping) else value for name, value in tree.items()}


def _put(tree: dict[str, Any], key: tuple[str, ...], value: Any) -> None:
    for step in key[:-1]:
        if not isinstance(tree.get(step), dict):
            tree[step] = {}
        tree = tree[step]
    tree[key[-1]] = value


def _stand_in(key: tuple[str, ...], wanted: MessageKind) -> Any:
    text = f"[{'.'.join(key)}]"
    if wanted.kind == "plural":
        return {"one": text, "other": text}
    return {"list of texts": [text], "list of fields": []}.get(wanted.kind, text)
