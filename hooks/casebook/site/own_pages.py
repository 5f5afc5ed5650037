"""The pages that only a server has: those of drafts and of files with problems, and where each is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from casebook.components.contribute.draft_mark.draft_mark import draft_mark
from casebook.components.contribute.problem_panel.problem_panel import problem_panel
from casebook.core import routes
from casebook.core.opened_files import has_own_page, open_file, unsound
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.kinds import MADE, Kind
from casebook.site.pages import PAGES_OF, Page, every_page, made


def every_served_page(library: Library) -> Iterator[Page]:
    """Every page made from data while serving: of sound files, of drafts, and of files with problems."""
    yield from every_page(library)
    for kind in MADE:
        for id_, loaded in unsound(library, kind):
            if has_own_page(library, kind, id_):
                yield from _own_pages(library, kind, id_, loaded.is_draft)


def _own_pages(library: Library, kind: Kind[Any], id_: str, draft: bool) -> Iterator[Page]:
    """The page of one such file, and the further pages and sheets of what can be read of it."""
    path, file = routes.item(kind.name, id_), library.files_of(kind)[id_].file
    opened = open_file(library, kind, id_)
    pages = made(opened, path, partial(PAGES_OF[kind.name], opened, id_)) if id_ in opened.sound(kind) else []
    home = next((page for page in pages if page.path == path), None)
    title, scripts = (_titled(library, home.title, draft), home.scripts) if home else (file, ())
    yield Page(
        path, title, file, partial(_own, file, opened, home), "problems", scripts=scripts, searched=False, kept=False
    )
    for page in pages:
        if page is not home:
            yield replace(
                page,
                title=_titled(library, page.title, draft),
                render=partial(_within, opened, page, draft),
                searched=False,
                kept=False,
            )


def _titled(library: Library, title: str, draft: bool) -> str:
    """The title of a page, which says of a draft that it is one."""
    return library.messages.t("site.draft_page", title=title) if draft else title


def _own(file: str, opened: Library, home: Page | None, ctx: PageContext) -> Markup:
    """The problems of a file and, rendered apart so that neither takes the other away, what can be read of it."""
    panel = problem_panel(ctx, file, rest=home is not None)
    if not home:
        return panel
    at = PageContext(opened, ctx.at, ctx.site_url, ctx.publisher)
    return panel + at.tried(partial(home.render, at))


def _within(opened: Library, page: Page, draft: bool, ctx: PageContext) -> Markup:
    """A further page of a draft or broken file, marked as such."""
    at = PageContext(opened, ctx.at, ctx.site_url, ctx.publisher)
    return draft_mark(ctx, draft) + at.tried(partial(page.render, at))
