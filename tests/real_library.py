"""The library of the casebook itself, read once in each process of the tests. Nobody may change it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from casebook.checking.load import load
from casebook.library.library import Library

ROOT = Path(__file__).resolve().parents[1]


@cache
def real_library() -> Library:
    """Everything in the project's folder, read."""
    return load(ROOT)
