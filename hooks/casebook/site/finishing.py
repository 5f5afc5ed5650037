"""Finishes the HTML of a page: its headings get anchors, a long page its contents, and every page its foot."""

from __future__ import annotations

from typing import Any

from casebook.components.page.page_foot.page_foot import Step, page_foot
from casebook.core import routes
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.library.orders import beside
from casebook.render.context import PageContext
from casebook.schema.kinds import KINDS, Kind
from casebook.site.headings import with_anchors

TELLING = frozenset(("case", "decision"))
"""The kinds of pages whose anchors come from their templates alone: a heading's words may tell an ending."""
OF_ITEMS = TELLING | {"exercise"}
"""The kinds of pages that are made from a case or an exercise."""
BARE = frozenset(("home", "problems"))
"""The kinds of pages that stay as they are."""
OF_LENGTH = 30_000
"""A page of as many characters has a link to its top, whether it has contents or not."""


def finished(build: Build, ctx: PageContext, kind: str, html: str) -> str:
    """The HTML of a page, whole. `kind` is that of its front matter; empty for a page written by hand."""
    if kind in BARE:
        return html
    is_long = False
    if kind not in TELLING:
        html, is_long = with_anchors(ctx, html)
    whole = html + foot(build, ctx, kind, is_long or len(html) > OF_LENGTH)
    return _without_indentation(whole) if kind in TELLING else whole


def _without_indentation(html: str) -> str:
    """HTML without empty lines and without the spaces at the edges of lines: templates of a case hold no text in which
    they count, and a phone need not fetch them.
    """
    return "\n".join(filter(None, map(str.strip, html.split("\n"))))


def foot(build: Build, ctx: PageContext, kind: str, is_long: bool) -> str:
    """The foot of a page, by its path and kind."""
    file = source_of(ctx.at, kind)
    before, after = steps(build.library, ctx.at)
    edit_at = f"{build.edit_base}{file}" if build.edit_base else ""
    return str(page_foot(ctx, file, before, after, edit_at, is_long))


def source_of(path: str, kind: str) -> str:
    """The file that a page is made from, from the project's folder: a case, an exercise, or a page of docs/."""
    if kind in OF_ITEMS:
        folder, name = path.removesuffix(".html").split("/")[:2]
        return f"{folder}/{name}.yml"
    return f"docs/{path.removesuffix('.html')}.md"


def steps(library: Library, path: str) -> tuple[Step | None, Step | None]:
    """The pages before and after that of an item: path and words of each."""
    folder, _, name = path.removesuffix(".html").rpartition("/")
    kind = next((kind for kind in KINDS if kind.address == folder), None)
    if not kind:
        return None, None
    before, after = beside(library, kind.name, name)
    return _step(kind, before), _step(kind, after)


def _step(kind: Kind[Any], item: tuple[str, str] | None) -> Step | None:
    return (routes.item(kind.name, item[0]), item[1]) if item else None
