"""What helps a contributor: a new file from the template, and files set in block style."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from casebook.addresses import why_not_here
from casebook.checking.problems import put_back, quoted
from casebook.files import printable, text_inside
from casebook.models.base import ID_PATTERN
from casebook.reading import Reading, Unreadable, read_text

FOLDERS = {"case": "cases", "exercise": "exercises"}
SERVED_AT = "http://127.0.0.1:8000"
TAKEN = "is there already; choose another name, or open that file"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/~?-]*\Z")
_COMMENT = re.compile(r"(?:^|\s)(#[^\n]*)")


def new_item(root: Path, kind: str, slug: str) -> int:
    """Writes a new case or exercise from the template, as a draft. Returns the exit status."""
    folder = FOLDERS[kind]
    file = f"{folder}/{slug}.yml"
    refused = why_not_here(root, folder, slug) or (TAKEN if os.path.lexists(root / file) else None)
    if refused:
        is_name = re.fullmatch(ID_PATTERN, slug)
        print(f"{file} {refused}" if is_name else f"{quoted(slug)} {refused.replace('has a name', 'is a name', 1)}")
        return 1
    template = root / folder / "_template.yml"
    try:
        text = text_inside(root, template)
    except Unreadable as stop:
        reason = f"{stop.message}, or" if os.path.lexists(template) else "is missing;"
        print(f"{folder}/_template.yml {reason} {put_back(f'{folder}/_template.yml')}")
        return 1
    (root / file).write_bytes(text.encode())
    print(f"Wrote {file} as a draft. Fill it in, delete what you do not need, then run: casebook check {slug}")
    print(f"While make serve runs, it is shown at {SERVED_AT}/{folder}/{slug}.html")
    return 0


def format_files(root: Path, files: Sequence[str]) -> int:
    """Sets files in block style, comments kept. Refuses, with the reason, what cannot be read. Returns the exit status."""
    failed = 0
    for name in files:
        path = Path(name) if Path(name).is_absolute() else Path.cwd() / name
        shown = printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else name)
        try:
            before = _text_of(path)
            after = with_line_ends_of(before, in_block_style(before))
            if after != before:
                path.write_bytes(after.encode("utf-8"))
        except Unreadable as stop:
            print(f"{shown}:{stop.line}: {stop.message}; left as it is")
            failed += 1
            continue
        except OSError as error:
            print(f"{shown}: cannot be written ({(error.strerror or str(error)).lower()}); left as it is")
            failed += 1
            continue
        print(f"{shown}: {'set in block style' if after != before else 'nothing to change'}")
    return 1 if failed else 0


def _text_of(path: Path) -> str:
    if path.suffix not in (".yml", ".yaml"):
        raise Unreadable(1, "is not a YAML file; name files that end in .yml")
    return text_inside(path.parent.resolve(), path)


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
    """The text with the line ends that a file had, so that a change of one line is shown as one. A byte order mark is dropped: UTF-8 needs none."""
    return after.replace("\n", "\r\n") if before.count("\r\n") * 2 > before.count("\n") else after


def in_block_style(text: str) -> str:
    """A file's text in block style, with plain line ends. Raises Unreadable where it cannot be read, or where something would be lost."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    before = _read_whole(text)
    yaml = _writer()
    out = io.StringIO()
    try:
        tree = yaml.load(text)
        _set_block_style(tree)
        yaml.dump(tree, out)
    except YAMLError as error:
        raise Unreadable(1, f"cannot be set anew ({str(error).splitlines()[0]}); change it by hand") from None
    after = out.getvalue()
    if _read_whole(after).data != before.data or sorted(comments(after)) != sorted(comments(text)):
        raise Unreadable(1, "would lose a comment or a text if it were set anew; change it by hand")
    return after


def _read_whole(text: str) -> Reading:
    reading = read_text(text)
    if reading.faults:
        line, _, message = reading.faults[0]
        raise Unreadable(line, message)
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
    """The comments of a file, without the space around them. What looks like one inside a text comes too, and compares equal."""
    return (found[1].rstrip() for line in text.splitlines() for found in [_COMMENT.search(line)] if found)
