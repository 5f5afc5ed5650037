"""One file, read into its model: what it holds, and what is wrong with its form."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from casebook.schema.base import ContentItem
from casebook.text.quoting import put_back
from casebook.validation.issues import FieldIssue, Issue, spoken_path
from casebook.validation.schema_errors import validate
from casebook.yamlfiles.kept_files import KeptFiles
from casebook.yamlfiles.parser import (
    FROM_TEMPLATE,
    Reading,
    SourceFileError,
    decode,
    front_matter,
    read_text,
    reading_of,
)
from casebook.yamlfiles.project_files import printable, read_inside
from casebook.yamlfiles.values import is_torn

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True)
class SourceFile(Generic[M]):
    """One file after reading: its model (or none), and what is wrong with its form."""

    file: str
    model: M | None
    reading: Reading | None
    issues: tuple[Issue, ...]
    body: str = ""
    body_line: int = 1
    digest: str = ""
    """Of its content; empty where that could not be read."""
    memory: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out from this file alone, by the function that did: see `per_file`."""

    def issue(self, path: tuple[str | int, ...], message: str) -> Issue:
        """A problem at a path of this file."""
        line = self.reading.line(path) if self.reading else 1
        return Issue(self.file, line, spoken_path(path), message, warning=self.is_draft)

    def advice(self, path: tuple[str | int, ...], message: str) -> Issue:
        """What would be better told otherwise at a path of this file."""
        return replace(self.issue(path, message), warning=True, advice=True)

    @property
    def is_draft(self) -> bool:
        """True when the case or exercise says draft: true, whatever else is wrong with it."""
        return is_draft(self.file, self.reading.data if self.reading else None)


NO_PAGES = ("messages",)
"""The folders of docs/ that hold no pages."""


def is_draft(file: str, data: Any) -> bool:
    """True for a case or an exercise that says draft: true. Lists and pages have no drafts: all others rest on them."""
    return file.startswith(("cases/", "exercises/")) and isinstance(data, dict) and data.get("draft") is True


def per_file(work: Callable[[SourceFile[Any]], T]) -> Callable[[SourceFile[Any]], T]:
    """A function of one loaded file that works only when the file has changed since it was last asked."""

    def look(loaded: SourceFile[Any]) -> T:
        if look not in loaded.memory:
            loaded.memory[look] = work(loaded)
        found: T = loaded.memory[look]
        return found

    return look


FileCache = dict[tuple[str, str], tuple[str, SourceFile[Any]]]
"""The files that were read, by path and name of the model, each with the digest of its content."""


def load_file(
    root: Path,
    path: Path,
    model: type[M],
    page: bool = False,
    cache: FileCache | None = None,
    kept: KeptFiles | None = None,
) -> SourceFile[M]:
    """Reads one file into a model. A file of the cache whose content has not changed is not read again; nor is the
    YAML of one that `kept` holds.
    """
    cache = {} if cache is None else cache
    file = printable(path.relative_to(root).as_posix())
    try:
        content = read_inside(root, path)
    except SourceFileError as stop:
        return SourceFile(file, None, None, (Issue(file, stop.line, "", stop.message),))
    digest = hashlib.sha256(content).hexdigest()
    known = cache.get((str(path), model.__name__))
    if known and known[0] == digest:
        return known[1]
    loaded = replace(_load(file, content, model, page, kept), digest=digest)
    cache[str(path), model.__name__] = (digest, loaded)
    return loaded


def keep_reading(text: str, kept: KeptFiles | None) -> Reading:
    """Reads the text of a file, or takes the data that were kept of it. Raises SourceFileError.

    Only what was read without a fault is kept: the data, as JSON.
    """
    if kept is None:
        return read_text(text)
    key = kept.key(text)
    known = kept.get(key)
    if known is not None:
        with contextlib.suppress(ValueError):
            return reading_of(json.loads(known), text)
    reading = read_text(text)
    if not reading.faults:
        kept.put(key, json.dumps(reading.data, ensure_ascii=False))
    return reading


def _load(file: str, content: bytes, model: type[M], page: bool, kept: KeptFiles | None) -> SourceFile[M]:
    body, body_line = "", 1
    try:
        text = decode(content)
        if page:
            head, body = front_matter(text)
            if not head:
                raise SourceFileError(1, "has no front matter; begin the page with --- and its fields")
            body_line = head.count("\n") + 2
            text = head
        reading = keep_reading(text, kept)
    except SourceFileError as stop:
        remedy = _begin_with_its_field(file, content) or _instead_of_a_template(file, page)
        said = [(line, message.replace(FROM_TEMPLATE, remedy)) for line, message in stop.every]
        return SourceFile(file, None, None, tuple(Issue(file, line, "", message) for line, message in said))
    draft = is_draft(file, reading.data)
    found, shape = validate(model, reading.data)
    faults: list[FieldIssue] = list(shape)
    bare = {path for _, path, _ in reading.faults}
    listed = {path[:-1] for path, _ in faults if path}
    reading.faults = [fault for fault in reading.faults if not (is_torn(fault[2]) and fault[1] in listed)]
    issues = [Issue(file, line, spoken_path(path), message, draft) for line, path, message in reading.faults]
    issues += [
        Issue(file, reading.line(path), spoken_path(path), message, draft)
        for path, message in faults
        if path not in bare
    ]
    if isinstance(found, ContentItem):
        found.named(file.rpartition("/")[2].removesuffix(".yml"))
    return SourceFile(file, found, reading, tuple(issues), body, body_line)


LIST_FIELDS = {
    f"docs/learn/{name}.yml": field
    for name, field in (
        ("bibliography", "sources"),
        ("glossary", "terms"),
        ("policy-dates", "dates"),
        ("synonyms", "groups"),
        ("words-of-today", "words"),
        ("standards", "standards"),
    )
}
_ENTRIES = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*)?\r?\n|---[ \t]*\r?\n)*[ ]*- +[a-z_]+:")


def _begin_with_its_field(file: str, content: bytes) -> str:
    """What to do with a list that lost its first line: nothing of its entries need be lost."""
    field = LIST_FIELDS.get(file) if _ENTRIES.match(content) else None
    return f"write {field}: on a line of its own above the first entry" if field else ""


def _instead_of_a_template(file: str, page: bool) -> str:
    """What to do with a file that holds nothing: cases and exercises have a template, pages and lists have none."""
    if page:
        return "write fields between the two lines ---, such as title: and description:"
    return FROM_TEMPLATE if file.startswith(("cases/", "exercises/")) else put_back(file)
