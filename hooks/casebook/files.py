"""One file, read into its model: what it holds, and what is wrong with its form."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from casebook.checking.problems import Fault, Problem, in_words, put_back
from casebook.checking.shape import validate
from casebook.reading import FROM_TEMPLATE, MOST_BYTES, Reading, Unreadable, decode, front_matter, read_text
from casebook.yaml_values import is_torn

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """One file after reading: its model (or none), and what is wrong with its form."""

    file: str
    model: M | None
    reading: Reading | None
    problems: tuple[Problem, ...]
    body: str = ""
    body_line: int = 1

    def problem(self, path: tuple[str | int, ...], message: str) -> Problem:
        """A problem at a path of this file."""
        line = self.reading.line(path) if self.reading else 1
        return Problem(self.file, line, in_words(path), message, warning=self.is_draft)

    @property
    def is_draft(self) -> bool:
        """True when the case or exercise says draft: true, whatever else is wrong with it."""
        return is_draft(self.file, self.reading.data if self.reading else None)


CODE = ("components", "scripts", "theme", "words")
"""The folders of docs/ that hold no pages."""
LEADS_NOWHERE = "is a link that leads nowhere; put the file itself here"


def is_draft(file: str, data: Any) -> bool:
    """True for a case or an exercise that says draft: true. Lists and pages have no drafts: all others rest on them."""
    return file.startswith(("cases/", "exercises/")) and isinstance(data, dict) and data.get("draft") is True


_LEFTOVER = re.compile(r"[._#].*|.*~|.*\.(?:swp|swo|bak|orig|tmp)", re.DOTALL | re.IGNORECASE)


def why_refused(root: Path, path: Path) -> str | None:
    """Why a path is not read: only regular files inside the project are. None for such a file.

    The file itself is not opened, so that a pipe cannot make the reader wait.
    """
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return LEADS_NOWHERE if path.is_symlink() else "there is no such file; check the spelling"
    except (OSError, RuntimeError):
        return "is a link that leads back to itself, or may not be opened; put the file itself here"
    if not target.is_relative_to(root.resolve()):
        return "is a link that leads out of the project; put the file itself here"
    if stat.S_ISDIR(mode):
        return "is a folder, but has the name of a file; give it another name"
    return None if stat.S_ISREG(mode) else "is a pipe or a device and not a file; delete it"


def read_inside(root: Path, path: Path) -> bytes:
    """The bytes of a regular file inside the project, one more at most than a file may have. Raises Unreadable with the reason."""
    reason = why_refused(root, path)
    if reason:
        raise Unreadable(1, reason)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(1, f"cannot be opened ({(error.strerror or 'unknown reason').lower()}); check its permissions") from None


def text_inside(root: Path, path: Path) -> str:
    """The text of a regular file inside the project. Raises Unreadable with the reason."""
    return decode(read_inside(root, path))


def printable(name: str) -> str:
    """A file's name as it can be printed: what is no letter, digit, mark or space is written as Python would write it."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


def per_file(work: Callable[[Loaded[Any]], T]) -> Callable[[Loaded[Any]], T]:
    """A function of one loaded file that works only when the file has changed since it was last asked."""
    before: dict[str, tuple[Loaded[Any], T]] = {}

    def look(loaded: Loaded[Any]) -> T:
        known = before.get(loaded.file)
        if not known or known[0] is not loaded:
            before[loaded.file] = known = (loaded, work(loaded))
        return known[1]

    return look


def is_leftover(name: str) -> bool:
    """True for templates and hidden files, and for what editors leave beside a file."""
    return bool(_LEFTOVER.fullmatch(name))


_read_before: dict[tuple[str, str], tuple[str, Loaded[Any]]] = {}


def load_file(root: Path, path: Path, model: type[M], page: bool = False) -> Loaded[M]:
    """Reads one file into a model. A file whose content has not changed is not read again."""
    file = printable(path.relative_to(root).as_posix())
    try:
        content = read_inside(root, path)
    except Unreadable as stop:
        return Loaded(file, None, None, (Problem(file, stop.line, "", stop.message),))
    seal = hashlib.sha256(content).hexdigest()
    known = _read_before.get((str(path), model.__name__))
    if known and known[0] == seal:
        return known[1]
    loaded = _load(file, content, model, page)
    _read_before[str(path), model.__name__] = (seal, loaded)
    return loaded


def _load(file: str, content: bytes, model: type[M], page: bool) -> Loaded[M]:
    body, body_line = "", 1
    try:
        text = decode(content)
        if page:
            head, body = front_matter(text)
            if not head:
                raise Unreadable(1, "has no front matter; begin the page with --- and its fields")
            body_line = head.count("\n") + 2
            text = head
        reading = read_text(text)
    except Unreadable as stop:
        remedy = _begin_with_its_field(file, content) or _instead_of_a_template(file, page)
        said = [(line, message.replace(FROM_TEMPLATE, remedy)) for line, message in stop.every]
        return Loaded(file, None, None, tuple(Problem(file, line, "", message) for line, message in said))
    draft = is_draft(file, reading.data)
    found, shape = validate(model, reading.data)
    faults: list[Fault] = list(shape)
    bare = {path for _, path, _ in reading.faults}
    listed = {path[:-1] for path, _ in faults if path}
    reading.faults = [fault for fault in reading.faults if not (is_torn(fault[2]) and fault[1] in listed)]
    problems = [Problem(file, line, in_words(path), message, draft) for line, path, message in reading.faults]
    problems += [Problem(file, reading.line(path), in_words(path), message, draft) for path, message in faults if path not in bare]
    return Loaded(file, found, reading, tuple(problems), body, body_line)


LIST_FIELDS = {f"docs/learn/{name}.yml": field for name, field in (("bibliography", "sources"), ("glossary", "terms"), ("policy-dates", "dates"))}
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


def slugs(root: Path, folder: str, ending: str = ".yml") -> Iterator[tuple[str, Path]]:
    """The files of a folder, one item each; templates, hidden files and what editors leave are none."""
    for path in sorted((root / folder).glob(f"*{ending}")):
        if path.name.endswith(ending) and not is_leftover(path.name):
            yield path.name.removesuffix(ending), path
