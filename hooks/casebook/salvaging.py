"""What is left of a file when entries with faults are taken out: a server shows it below the problems of the file."""

from __future__ import annotations

import copy
from typing import Any

from casebook.checking.problems import PathInFile
from casebook.checking.shape import validate
from casebook.files import Loaded, M

ROUNDS = 5  # taking an entry out can leave another incomplete


def salvage(loaded: Loaded[M], model: type[M]) -> M | None:
    """The model of a file without the entries that have faults; None where nothing whole is left."""
    if loaded.model or not loaded.reading:
        return loaded.model
    data = copy.deepcopy(loaded.reading.data)
    for path in sorted({path for _, path, _ in loaded.reading.faults}, key=_from_the_end, reverse=True):
        _take_out(data, path)
    for _ in range(ROUNDS):
        found, faults = validate(model, data)
        if found or not isinstance(data, dict):
            return found
        for path in sorted({path for path, _ in faults}, key=_from_the_end, reverse=True):
            _take_out(data, path)
    return None


def _from_the_end(path: PathInFile) -> tuple[str, ...]:
    """Sorts later entries of a list behind earlier ones, so that taking one out does not move those still to come."""
    return tuple(f"{step:09d}" if isinstance(step, int) else step for step in path)


def _take_out(data: Any, path: PathInFile) -> None:
    """Takes out what a path leads to; where it is missing there, the entry around it."""
    steps: list[tuple[Any, Any]] = []
    here = data
    for step in path:
        inside = (
            step in here
            if isinstance(here, dict)
            else isinstance(here, list) and isinstance(step, int) and step < len(here)
        )
        if not inside:
            break
        steps.append((here, step))
        here = here[step]
    if steps:
        holder, key = steps[-1]
        del holder[key]
