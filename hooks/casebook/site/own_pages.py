"""The pages that only a server has: those of drafts and of files with problems, and where each is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from casebook.library.library import Library
from casebook.core.opened_files import SHELVES, Shelf, has_own_page, open_file, unsound
from casebook.site.pages import Page, case_pages, claim_pages, every_page, exercise_pages, form_pages, made
from casebook.render.context import REGISTRY, PageContext

MAKERS: dict[str, Callable[[Library, str], Iterator[Page]]] = {
    "cases": case_pages, "exercises": exercise_pages, "claims": claim_pages, "forms": form_pages
}  # fmt: skip


def every_served_page(library: Library) -> Iterator[Page]:
    """Every page made from data while serving: of sound files, of drafts, and of files with problems."""
    yield from every_page(library)
    for shelf in SHELVES:
        for id_, loaded in unsound(library, shelf):
            if has_own_page(library, shelf, id_):
                yield from _own_pages(library, shelf, id_, loaded.is_draft)


def _own_pages(library: Library, shelf: Shelf, id_: str, draft: bool) -> Iterator[Page]:
    """The page of one such file, and the further pages and sheets of what can be read of it."""
    path, file = f"{shelf.folder}/{id_}.html", getattr(library, shelf.files)[id_].file
    opened = open_file(library, shelf, id_)
    pages = made(opened, path, partial(MAKERS[shelf.name], opened, id_)) if id_ in getattr(opened, shelf.name) else []
    home = next((page for page in pages if page.path == path), None)
    title, scripts = (_titled(library, home.title, draft), home.scripts) if home else (file, ())
    yield Page(path, title, file, partial(_own, file, opened, home), "problems", scripts=scripts, searched=False)
    for page in pages:
        if page is not home:
            yield replace(
                page,
                title=_titled(library, page.title, draft),
                render=partial(_within, opened, page, draft),
                searched=False,
            )


def _titled(library: Library, title: str, draft: bool) -> str:
    """The title of a page, which says of a draft that it is one."""
    return library.messages.t("site.draft_page", title=title) if draft else title


def _own(file: str, opened: Library, home: Page | None, ctx: PageContext) -> Markup:
    """The problems of a file and, rendered apart so that neither takes the other away, what can be read of it."""
    panel = REGISTRY["problem_panel"](ctx, file, rest=home is not None)
    if not home:
        return panel
    at = PageContext(opened, ctx.at, ctx.site_url, ctx.publisher)
    return panel + at.tried(partial(home.render, at))


def _within(opened: Library, page: Page, draft: bool, ctx: PageContext) -> Markup:
    """A further page of a draft or broken file, marked as such."""
    at = PageContext(opened, ctx.at, ctx.site_url, ctx.publisher)
    return REGISTRY["draft_mark"](ctx, draft) + at.tried(partial(page.render, at))
