"""Files that are good somewhere else: a case below docs/, an exercise in cases/, a list under a misspelt name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from casebook.library.library import LISTS, VOCABULARY, Library
from casebook.library.source_file import LIST_FIELDS, NO_PAGES, SourceFile
from casebook.schema.kinds import KINDS
from casebook.text.suggestions import did_you_mean
from casebook.validation.issues import Issue
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import is_leftover, printable, read_inside

KIND_BY_FOLDER: dict[str, tuple[type[BaseModel], str]] = {kind.folder: (kind.model, kind.called) for kind in KINDS}
TOPS = {field: file for file, field in LIST_FIELDS.items()} | {"sectors": VOCABULARY}
"""The field that a list begins with, and the list."""
FEWEST_MORE = 2
"""So many more fields must fit elsewhere than here before a file is said to be in the wrong folder."""
FEWEST_FIELDS = 3
_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yml")


def _fitting(names: Iterable[str]) -> dict[str, int]:
    """How many of the names are fields of what each folder holds."""
    given = set(names)
    return {
        folder: len(given & {field.alias or name for name, field in model.model_fields.items()})
        for folder, (model, _) in KIND_BY_FOLDER.items()
    }


def in_right_folder(root: Path, folder: str, loaded: SourceFile[Any]) -> SourceFile[Any]:
    """The file as it was read; where it is of another kind than its folder, with that as its one problem."""
    data = loaded.reading.data if loaded.reading and not loaded.model else None
    if not isinstance(data, dict):
        return loaded
    fits = _fitting(map(str, data))
    best = max(fits, key=lambda one: fits[one])
    if fits[best] < fits[folder] + FEWEST_MORE or fits[best] < FEWEST_FIELDS:
        return loaded
    message = f"is {KIND_BY_FOLDER[best][1]}; {_move(root, best, Path(loaded.file).name)}"
    return replace(loaded, reading=None, issues=(Issue(loaded.file, 1, "", message, loaded.is_draft),))


def _move(root: Path, folder: str, name: str) -> str:
    """Where to move a file to; never onto another."""
    is_taken = os.path.lexists(root / folder / name)
    return f"move it to {folder}/{f' under another name ({folder}/{name} is there already)' if is_taken else ''}"


def unread_files(library: Library) -> Iterator[Issue]:
    """The .yml files outside cases/ and exercises/ that nothing reads, with what to do so that they are."""
    root = library.root
    hinted = {name for file in LISTS if not (root / file).exists() for name in [misspelt(root, file)] if name}
    for path in _beside(root):
        file = path.relative_to(root).as_posix()
        why = "" if file in hinted else _why_unread(root, path)
        if why:
            yield Issue(printable(file), 1, "", why)


def _beside(root: Path) -> Iterator[Path]:
    """The .yml files beside the folders, in folders with a name like theirs, and those of docs/ that are no list."""
    yield from (path for path in sorted(root.glob("*.yml")) if path.name != "mkdocs.yml")
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.name not in KIND_BY_FOLDER and folder.is_dir() and did_you_mean(folder.name, ("cases", "exercises")):
            yield from sorted(folder.glob("*.yml"))
    for place, folders, names in os.walk(root / "docs"):
        is_top = Path(place) == root / "docs"
        folders[:] = sorted(name for name in folders if not is_leftover(name) and not (is_top and name in NO_PAGES))
        for name in sorted(names):
            path = Path(place) / name
            if _NAME.fullmatch(name) and path.relative_to(root).as_posix() not in LISTS:
                yield path


def _why_unread(root: Path, path: Path) -> str:
    """What a file is that nothing reads, and where it belongs; empty for what is no business of the casebook."""
    try:
        text = read_inside(root, path).decode("utf-8", "replace")
    except SourceFileError:
        return ""
    names = _FIELD.findall(text)
    fits = {folder: fit for folder, fit in _fitting(names).items() if folder in ("cases", "exercises")}
    best = max(fits, key=lambda one: fits[one])
    if fits[best] >= FEWEST_FIELDS:
        return f"is {KIND_BY_FOLDER[best][1]}, which is not read here; {_move(root, best, path.name)}"
    if not path.is_relative_to(root / "docs"):
        return ""
    meant = TOPS.get(names[0]) if names else None
    if meant:
        is_there = (root / meant).exists()
        return f"is not read; {f'put its entries into {meant}' if is_there else f'rename it to {meant}'}"
    return (
        "is not read: it is not a case, an exercise or one of the lists in docs/learn/; delete it, or move it out "
        "of docs/"
    )


def misspelt(root: Path, file: str) -> str:
    """The file beside a missing list that seems to be meant; empty where none is."""
    wanted = root / file
    for path in sorted(wanted.parent.glob("*.y*ml")):
        name = path.relative_to(root).as_posix()
        if name not in LISTS and did_you_mean(path.stem, [wanted.stem]):
            return printable(name)
    return ""
