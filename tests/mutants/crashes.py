"""Exceptions, told as failures: while doing what, of which kind, and at which place of the package."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

FieldIssue = tuple[str, str]
"""The kind of a failure, by which failures are counted, and its detail."""


def innermost(stop: BaseException) -> str:
    """The innermost place in the package where an exception was on its way."""
    frames = [
        frame
        for frame in traceback.extract_tb(stop.__traceback__)
        if "casebook" in frame.filename or frame.filename.endswith(".jinja")
    ]
    return f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "no place of ours"


def crash(during: str, stop: BaseException, of: str = "") -> FieldIssue:
    return f"exception while {during}: {type(stop).__name__} in {innermost(stop)}", f"{of} {str(stop)[:200]!r}".strip()


def guarded(during: str, of: str, work: Callable[[], object]) -> object:
    """What the work gives, or the fault that it ended in."""
    try:
        return work()
    except Exception as stop:
        return crash(during, stop, of)
