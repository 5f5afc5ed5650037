"""Remembers the HTML of the pages of a case from one build to the next of a server: a page is written anew only when something it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from casebook.library.library import Library
from casebook.render.context import template_files
from casebook.site.pages import Page

KINDS = ("case", "decision", "sheet")
_shared_before: dict[Path, tuple[Any, ...]] = {}
_written: dict[tuple[Path, str], tuple[tuple[Any, ...], str]] = {}


def get_or_render(library: Library, page: Page, setting: tuple[Any, ...], write: Callable[[], str]) -> str:
    """The page as it was written before, where all it rests on is the same; else as it is written now. `setting` is what else it rests on."""
    slug = page.path.split("/")[1].removesuffix(".html") if page.path.startswith("cases/") else ""
    case = library.cases.get(slug)
    if page.kind not in KINDS or not case:
        return write()
    own = (case, *(library.cases.get(one) for one in case.related), *_problems_of(library).get(f"cases/{slug}.yml", ()))
    rests_on = (page.title, page.description, page.trail, *setting, *own, _shared(library))
    before = _written.get((library.root, page.path))
    if before and _same(before[0], rests_on):
        return before[1]
    html = write()
    _written[library.root, page.path] = (rests_on, html)
    return html


def _same(one: Any, other: Any) -> bool:
    """True for the same object, for equal words and numbers, and for tuples of such. Models are the same as long as their file has not changed."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one is other or (len(one) == len(other) and all(_same(*pair) for pair in zip(one, other, strict=True)))
    return one is other or (isinstance(one, str | int) and bool(one == other))


def _shared(library: Library) -> tuple[Any, ...]:
    """What the page of any case may rest on: exercises, claims, forms, words and templates. The same tuple as before while nothing has changed."""
    if "shared" not in library.memory:
        found = (
            library.vocabulary, library.messages, tuple(library.cases), tuple((path.name, path.stat().st_mtime_ns) for path in template_files().values()),
            *library.exercises.values(), *library.claims.values(), *library.forms.values(), *library.bibliography.values(),
        )  # fmt: skip
        before = _shared_before.get(library.root, ())
        library.memory["shared"] = _shared_before[library.root] = before if _same(before, found) else found
    shared: tuple[Any, ...] = library.memory["shared"]
    return shared


def _problems_of(library: Library) -> dict[str, list[str]]:
    """The problems of each file, in words."""
    if "problems" not in library.memory:
        found = library.memory["problems"] = {}
        for problem in library.problems:
            found.setdefault(problem.file, []).append(str(problem))
    known: dict[str, list[str]] = library.memory["problems"]
    return known
