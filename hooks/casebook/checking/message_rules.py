"""The rules of the message catalogue: the file, its form, and what is asked for and not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from casebook.text.quoting import put_back
from casebook.validation.issues import Issue
from casebook.wording.message_shape import SHAPE, check_words, read_shape, spoilt_lines
from casebook.wording.messages import WORDS, _shape_text
from casebook.yamlfiles.parser import FROM_TEMPLATE, SourceFileError, read_text
from casebook.yamlfiles.project_files import text_inside


def word_issues(root: Path) -> Iterator[Issue]:
    """What is wrong with the words: the file, its form, and what is asked for and not there."""
    yield from _shape_issues(root)
    path = root / WORDS
    if not path.exists() and not path.is_symlink():
        if path.parent.exists() or (root / "mkdocs.yml").exists():  # a folder of cases alone has no words
            yield Issue(WORDS, 1, "", f"is missing; {put_back(WORDS)}")
        return
    try:
        faults = _faults(text_inside(root, path), _shape_text(root))
    except SourceFileError as stop:
        faults = ((stop.line, (), stop.message.replace(FROM_TEMPLATE, put_back(WORDS))),)
    for line, key, message in faults:
        yield Issue(WORDS, line, ".".join(key), message)


@lru_cache(maxsize=2)
def _faults(text: str, shape: str) -> tuple[tuple[int, tuple[str, ...], str], ...]:
    """What the words lack of their shape. A server asks it after each save, and the words seldom change."""
    return tuple(check_words(read_text(text), read_shape(shape)))


def _shape_issues(root: Path) -> Iterator[Issue]:
    """Why the shape of the words cannot be trusted: without it, nobody would notice words that get lost."""
    if not os.path.lexists(root / SHAPE):
        if os.path.lexists(root / WORDS):
            yield Issue(SHAPE, 1, "", f"is missing, so nobody would notice if words were lost; {put_back(SHAPE)}")
        return
    try:
        text = text_inside(root, root / SHAPE)
    except SourceFileError as stop:
        yield Issue(SHAPE, stop.line, "", stop.message)
        return
    spoilt = next(spoilt_lines(text), 0)
    if spoilt or not read_shape(text):
        yield Issue(SHAPE, spoilt or 1, "", f"is damaged, so nobody would notice if words were lost; {put_back(SHAPE)}")
