"""The HTML of made pages, remembered from one build to the next: see `casebook.core.remembering`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from casebook.core import remembering
from casebook.core.build import Build
from casebook.core.remembering import at_hand, is_at_hand, remembered
from casebook.site.pages import Page

_FOLLOWS = "render"
"""What of a page is no text: it follows from its path."""


def get_or_render(build: Build, page: Page, write: Callable[[], str], around: str = "") -> str:
    """The page as it was written before, where all it rests on is the same; else as it is written now. `around`: a
    digest of what stands around it.
    """
    if not page.kept:
        remembering.forget(build.library, page.path)
        return write()
    return remembered(build.library, page.path, _said(page, around), write)


def is_fresh(build: Build, page: Page) -> bool:
    """True where a server has written or found the page, and all that it rests on is still so."""
    return page.kept and remembering.is_fresh(build.library, page.path, _said(page))


def _said(page: Page, around: str = "") -> str:
    return repr([around, *(getattr(page, field.name) for field in fields(page) if field.name != _FOLLOWS)])


def kept_html(build: Build, page: Page) -> str | None:
    """The page as it was kept a moment ago; None where it was not."""
    return at_hand(build.library, page.path) if page.kept else None


def is_kept(build: Build, page: Page) -> bool:
    """True where the page was found or kept in this build."""
    return page.kept and is_at_hand(build.library, page.path)
