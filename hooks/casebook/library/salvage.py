"""What is left of a file when entries with faults are taken out: a server shows it below the problems of the file."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

from casebook.library.source_file import M, SourceFile
from casebook.schema.base import ContentItem, PathInFile
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise
from casebook.validation.schema_errors import validate

ROUNDS = 5  # taking an entry out can leave another incomplete
UNWRITTEN = "…"
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TEXTS: dict[type[Any], tuple[str, ...]] = {Case: ("title", "place", "summary"), Exercise: ("title", "aim", "audience")}
_OTHERS: dict[type[Any], dict[str, Any]] = {
    Case: {
        "country": "ZZ",
        "sectors": [UNWRITTEN],
        "forms": [{"mode": "network", "label": UNWRITTEN}],
        "sources": [
            {"id": "unwritten", "kind": UNWRITTEN, "standpoint": UNWRITTEN, "title": UNWRITTEN, "read": "record"}
        ],
        "written_by": [UNWRITTEN],
    },
    Exercise: {
        "version": "0.0.0",
        "status": "draft-unvalidated",
        "pool": "never",
        "questions": [UNWRITTEN],
        "why": [{"text": UNWRITTEN, "judgement": True}],
    },
}


def salvage(loaded: SourceFile[M], model: type[M]) -> M | None:
    """The model of a file without the entries that have faults; None where nothing whole is left."""
    if loaded.model or not loaded.reading:
        return loaded.model
    data = copy.deepcopy(loaded.reading.data)
    stand_ins = _stand_ins(model, data)
    _take_out(data, {path for _, path, _ in loaded.reading.faults})
    for _ in range(ROUNDS):
        found, faults = validate(model, data)
        if isinstance(found, ContentItem):
            found.named(loaded.file.rpartition("/")[2].removesuffix(".yml"))
        if found or not isinstance(data, dict):
            return found
        _take_out(data, {path for path, _ in faults})
        for name in {path[0] for path, _ in faults if path} & stand_ins.keys():
            data.setdefault(name, copy.deepcopy(stand_ins[name]))
    return None


def _stand_ins(model: type[Any], data: Mapping[str, Any]) -> dict[Any, Any]:
    """What is shown for a needed field that is missing or has nothing right in it: three dots, or the years of the
    file.
    """
    years = sorted(_YEAR.findall(str(data))) or ["2000"]
    found = dict.fromkeys(_TEXTS.get(model, ()), UNWRITTEN) | _OTHERS.get(model, {})
    if model is Case:
        found["when"], found["again_by"] = f"{years[0]}/{years[-1]}", years[-1]
        found["timeline"] = [{"text": UNWRITTEN, "when": years[0], "judgement": True}]
    return found


def _from_the_end(path: PathInFile) -> tuple[str, ...]:
    """Sorts later entries of a list behind earlier ones, so that taking one out does not move those still to come."""
    return tuple(f"{step:09d}" if isinstance(step, int) else step for step in path)


def _take_out(data: Any, paths: Iterable[PathInFile]) -> None:
    """Takes out what each path leads to; where it is missing there, the entry around it."""
    for path in sorted({_in_file(data, path) for path in paths}, key=_from_the_end, reverse=True):
        if path:
            holder = data
            for step in path[:-1]:
                holder = holder[step]
            del holder[path[-1]]


def _in_file(data: Any, path: PathInFile) -> PathInFile:
    """As much of a path as there is in the file."""
    here = data
    for length, step in enumerate(path):
        is_entry = isinstance(here, list) and isinstance(step, int) and step < len(here)
        if not (is_entry or (isinstance(here, dict) and step in here)):
            return path[:length]
        here = here[step]
    return path
