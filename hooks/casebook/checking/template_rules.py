"""Nothing of a template is published: no sentence, name, address or reading that its author did not write or do."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casebook.library.library import Library
from casebook.library.source_file import SourceFile
from casebook.schema.base import Model, PathInFile
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise
from casebook.schema.kinds import KINDS
from casebook.text.quoting import put_back
from casebook.validation.issues import FieldIssue, Issue, spoken_path
from casebook.validation.schema_errors import validate
from casebook.validation.text_fields import Written, texts_in
from casebook.yamlfiles.parser import FROM_TEMPLATE, SourceFileError, decode, read_text
from casebook.yamlfiles.project_files import read_inside

WITH_TEMPLATES: tuple[tuple[str, type[Case] | type[Exercise]], ...] = (("cases", Case), ("exercises", Exercise))
FEWEST_WORDS = 3
"""A text of the template with fewer words than this may be anybody's; the templates hold hardly any."""
FEWEST_IN_SENTENCE = 4
"""The same for one sentence out of a longer text."""
LINES_NAMED = 8
PLACEHOLDERS = re.compile(
    r"\bdelete this line\b"
    r"|\Asurname\Z"
    r"|//([\w-]+\.)*example\.(org|com|net|edu)(?![\w-])(?!\.\w)"  # hosts kept for documents (RFC 2606)
    r"|\b10\.\d+/(example|xxx)"
)
_SIGNS_OF_PLACEHOLDERS = ("delete this", "surname", "example", "10.")
SHORT_OF_FIELDS = {"url": "address", "doi": "DOI"}
_COMMENTED_OUT = re.compile(r"^( *)#(?! \S)(?=.*\S)", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.;:!?]\s+")


def with_commented_fields(text: str) -> str:
    """A template with its commented-out fields put in: in their lines no space stands between # and the field."""
    return _COMMENTED_OUT.sub(r"\1", text)


@lru_cache(maxsize=65_536)
def bare_words(text: str) -> str:
    """The words of a text without case and marks: a full stop more or less makes no other text of it."""
    seen = text
    if not text.isascii():
        letters = unicodedata.normalize("NFKC", text)
        seen = "".join(letter for letter in letters if unicodedata.category(letter) != "Cf")
    return " ".join(re.findall(r"\w+", seen.casefold()))


def _pieces(text: str) -> Iterator[str]:
    """A text, and its sentences one by one, as bare words; what is too short to be known again is left out."""
    whole = bare_words(text)
    if whole.count(" ") + 1 >= FEWEST_WORDS:
        yield whole
    sentences = _SENTENCE_END.split(text)
    for words in map(bare_words, sentences if len(sentences) > 1 else ()):
        if words.count(" ") + 1 >= FEWEST_IN_SENTENCE:
            yield words


@dataclass(frozen=True)
class Template:
    """What a template says: its texts as bare words, the days of its readings, and what is wrong with it."""

    pieces: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    faults: tuple[tuple[int, PathInFile, str], ...] = ()
    digest: str = ""

    def says(self, text: str) -> bool:
        """True when a text, or a sentence of it, is the template's."""
        return not self.pieces.isdisjoint(_pieces(text))


@lru_cache(maxsize=4)
def read_template(content: bytes, model: type[Case] | type[Exercise]) -> Template:
    """A template, with the fields that are commented out."""
    try:
        reading = read_text(with_commented_fields(decode(content)))
    except SourceFileError as stop:
        return Template(faults=((stop.line, (), stop.message),))
    found, shape = validate(model, reading.data)
    faults = [(line, path, message) for line, path, message in reading.faults]
    faults += [(reading.line(path), path, message) for path, message in shape]
    if found is None:
        return Template(faults=tuple(faults))
    pieces = frozenset(piece for one in texts_in(found) for piece in _pieces(one.text))
    return Template(
        pieces, frozenset(day for _, day in _days(found)), tuple(faults), hashlib.sha256(content).hexdigest()
    )


def _days(model: Model) -> Iterator[tuple[PathInFile, str]]:
    if isinstance(model, Case):
        yield from ((("checked", index, "on"), one.on.written()) for index, one in enumerate(model.checked))
    if isinstance(model, Case | Exercise):
        yield from ((("changes", index, "when"), one.when.written()) for index, one in enumerate(model.changes))


def templates(library: Library) -> dict[str, Template]:
    """The template of cases and that of exercises, by the folder it stands in, as they can be read."""
    return {
        folder: _template(library.root, library.root / folder / "_template.yml", model)
        for folder, model in WITH_TEMPLATES
    }


def check_templates(library: Library, read: Mapping[str, Template]) -> Iterator[Issue]:
    """What is wrong with the templates themselves, and what lists and pages kept of them."""
    for folder, template in read.items():
        file = f"{folder}/_template.yml"
        for line, place, message in template.faults:
            yield Issue(file, line, spoken_path(place), message.replace(FROM_TEMPLATE, put_back(file)))
    both = Template(frozenset().union(*(template.pieces for template in read.values())))
    pages = [library.item_files[kind.name] for kind in KINDS if kind.is_page]
    for other in (*library.list_files.values(), *(page for group in pages for page in group.values())):
        if isinstance(other.model, Model):
            yield from (other.issue(path, message) for path, message in kept_texts(other.model, both))


def _template(root: Path, path: Path, model: type[Case] | type[Exercise]) -> Template:
    """A template as it can be read. A folder of cases alone has none; the project needs it, or copies go unnoticed."""
    if not path.exists() and not path.is_symlink():
        is_needed = (root / "pyproject.toml").exists()
        missing = (
            f"is missing, so nobody would notice what is left of it; {put_back(path.relative_to(root).as_posix())}"
        )
        return Template(faults=((1, (), missing),) if is_needed else ())
    try:
        return read_template(read_inside(root, path), model)
    except SourceFileError as stop:
        return Template(faults=((stop.line, (), stop.message),))


def kept_issues(loaded: SourceFile[Any], template: Template) -> Iterator[Issue]:
    """Each text that is still the template's; in a draft one warning for all, so that other problems are seen."""
    faults = list(kept_texts(loaded.model, template)) if loaded.model else []
    if not loaded.is_draft or len(faults) < 2:
        yield from (loaded.issue(path, message) for path, message in faults)
        return
    lines = sorted({loaded.issue(path, "").line for path, _ in faults})
    named = ", ".join(str(line) for line in lines[:LINES_NAMED])
    more = f" and {len(lines) - LINES_NAMED} more" if len(lines) > LINES_NAMED else ""
    message = (
        f"still says what the template says on lines {named}{more}; write your own, or delete what you do not need"
    )
    yield Issue(loaded.file, lines[0], "", message, warning=True)


def kept_texts(model: Model, template: Template) -> Iterator[FieldIssue]:
    """The places of a file that still have the words of the template, with a remedy for each."""
    for one in texts_in(model):
        if template.says(one.text) or holds_placeholder(one.text):
            yield one.path, _remedy(one)
    days = () if not template.days else _days(model)
    yield from (
        (path, f"is still the day in the template; write the day of the {_done(path)}, or delete this {_done(path)}")
        for path, day in days
        if day in template.days
    )


def _done(path: PathInFile) -> str:
    """What was done on a day."""
    return "change" if path[0] == "changes" else "reading"


def holds_placeholder(text: str) -> bool:
    """True where a text still holds what a template puts in a place that is to be filled."""
    text = text.casefold()
    return any(sign in text for sign in _SIGNS_OF_PLACEHOLDERS) and bool(PLACEHOLDERS.search(text))


def _remedy(one: Written) -> str:
    if one.field.key == "erratum":
        return "still says what the template says; delete the line, unless something was put right after publication"
    if one.path[0] == "changes":
        return "still says what the template says; delete this change, unless something changed after publication"
    if one.path[0] == "checked":
        return (
            "still says what the template says; write who read what and when, or delete this "
            "reading if nobody has done it"
        )
    if "authors" in one.path:
        return "still has the author of the template; write the source's own, or delete the entry"
    if one.field.key in SHORT_OF_FIELDS:
        return (
            f"still has the {SHORT_OF_FIELDS[one.field.key]} of the template; write the source's "
            "own, or delete the line"
        )
    return "still says what the template says; write your own" + (", or delete the line" if one.field.optional else "")
