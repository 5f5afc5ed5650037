"""Sets a YAML file in block style, its comments kept."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from casebook.yamlfiles.parser import Reading, SourceFileError, read_text

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/~?-]*\Z")
_COMMENT = re.compile(r"(?:^|\s)(#[^\n]*)")


class _TextResolver(VersionedResolver):
    """Takes every value as text, so that dates, numbers and the words true and false stay as they are written."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        """No value is anything but text."""
        return {}


def _writer() -> YAML:
    yaml = YAML()
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def with_line_ends_of(before: str, after: str) -> str:
    """The text with the line ends that a file had, so that a change of one line is shown as one.

    A byte order mark is dropped: UTF-8 needs none.
    """
    return after.replace("\n", "\r\n") if before.count("\r\n") * 2 > before.count("\n") else after


def in_block_style(text: str) -> str:
    """A file's text in block style, with plain line ends.

    Raises SourceFileError where it cannot be read, or where something would be lost.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before = _read_whole(text)
    yaml = _writer()
    out = io.StringIO()
    try:
        tree = yaml.load(text)
        _set_block_style(tree)
        yaml.dump(tree, out)
    except YAMLError as error:
        raise SourceFileError(
            1, f"cannot be set in block style ({str(error).splitlines()[0]}); change it by hand"
        ) from None
    after = out.getvalue()
    if _read_whole(after).data != before.data or sorted(comments(after)) != sorted(comments(text)):
        raise SourceFileError(1, "would lose a comment or a text if it were set in block style; change it by hand")
    return after


def _read_whole(text: str) -> Reading:
    reading = read_text(text)
    if reading.faults:
        line, _, message = reading.faults[0]
        raise SourceFileError(line, message)
    return reading


def _set_block_style(node: Any) -> None:
    """Block style everywhere, but for flow lists of ids and fixed words."""
    inner = list(node.values()) if isinstance(node, dict) else list(node) if isinstance(node, list) else []
    if hasattr(node, "fa") and not (isinstance(node, list) and inner and _all_words(inner)):
        node.fa.set_block_style()
    for one in inner:
        _set_block_style(one)


def _all_words(items: list[Any]) -> bool:
    return all(isinstance(item, str) and _WORD.match(item) for item in items)


def comments(text: str) -> Iterator[str]:
    """The comments of a file, without the space around them.

    What looks like one inside a text comes too, and compares equal.
    """
    return (found[1].rstrip() for line in text.splitlines() for found in [_COMMENT.search(line)] if found)
