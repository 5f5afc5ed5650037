"""Keeps the HTML of the pages of a case from one rebuild of a server to the next: a page is rendered again only when
something it rests on has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casebook.core.build import Build
from casebook.library.library import Library, per_library
from casebook.library.orders import neighbours
from casebook.render.context import template_files
from casebook.schema.kinds import CASES
from casebook.site.pages import Page

KINDS = ("case", "decision", "sheet")


def get_or_render(build: Build, page: Page, write: Callable[[], str]) -> str:
    """The page as it was written before, where all it rests on is the same; else as it is written now."""
    library = build.library
    slug = page.path.split("/")[1].removesuffix(".html") if page.path.startswith("cases/") else ""
    case = library.cases.get(slug)
    if page.kind not in KINDS or not case:
        return write()
    issues = _issues_by_file(library).get(library.case_files[slug].file, ())
    own = (case, *(library.cases.get(one) for one in case.related), *issues)
    beside = neighbours(library, CASES).get(slug)
    rests_on = (page.title, page.description, page.trail, build.site_url, build.serving, build.edit_base, beside, *own)
    rests_on = (*rests_on, shared_inputs(build))
    before = build.page_cache.get(page.path)
    if before and _same(before[0], rests_on):
        return before[1]
    html = write()
    build.page_cache[page.path] = (rests_on, html)
    return html


def _same(one: Any, other: Any) -> bool:
    """True for the same object, for equal words and numbers, and for tuples of such.

    Models are the same as long as their file has not changed.
    """
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one is other or (len(one) == len(other) and all(_same(*pair) for pair in zip(one, other, strict=True)))
    return one is other or (isinstance(one, str | int) and bool(one == other))


def shared_inputs(build: Build) -> tuple[Any, ...]:
    """What the page of any case may rest on: exercises, claims, forms, messages and templates.

    The same tuple as before while nothing has changed; held against the last one once for each library, not for each
    page.
    """
    known = build.library.memory.setdefault(shared_inputs, {})
    if not known:
        found = _shared_inputs(build.library)
        known["now"] = build.shared_inputs = build.shared_inputs if _same(build.shared_inputs, found) else found
    now: tuple[Any, ...] = known["now"]
    return now


def _shared_inputs(library: Library) -> tuple[Any, ...]:
    return (
        library.vocabulary, library.messages, tuple(library.cases),
        tuple((path.name, path.stat().st_mtime_ns) for path in template_files().values()),
        *library.exercises.values(), *library.claims.values(), *library.forms.values(), *library.bibliography.values(),
        *library.terms,
    )  # fmt: skip


@per_library
def _issues_by_file(library: Library) -> dict[str, list[str]]:
    """The problems of each file, in words."""
    found: dict[str, list[str]] = {}
    for issue in library.issues:
        found.setdefault(issue.file, []).append(str(issue))
    return found
