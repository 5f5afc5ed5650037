"""Writes the HTML of pages and sheets, and carries what components write into authored pages past Markdown."""

from __future__ import annotations

import gc
import logging
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from casebook.checking.load import load
from casebook.components.page.page_trouble.page_trouble import page_trouble
from casebook.components.page.search_box.search_box import search_box
from casebook.core import routes
from casebook.core.attempts import reason_of
from casebook.core.build import Build
from casebook.core.remembering import remembered
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.site.finishing import finished
from casebook.site.page_cache import get_or_render, kept_html
from casebook.site.pages import Page
from casebook.site.parallel import parallel_map
from casebook.text.markdown import cited
from casebook.text.page_html import clean
from casebook.yamlfiles.kept_files import code_digest

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page, built or served."""
EXPLAINED = ("case", "decision", "claim", "form")
"""The kinds of made pages on which words of the glossary are explained."""
PLAIN = (routes.GLOSSARY, routes.BIBLIOGRAPHY, "contribute/")
"""The authored pages on which they are not: lists of their own, and pages about files and code."""
log = logging.getLogger("mkdocs.casebook")
about_cache = logging.getLogger("casebook.cache")
"""Not one of MkDocs, whose warnings stop a strict build."""
_NONCE = secrets.token_hex(8)
"""What no author can type: placeholders of stashed HTML carry it, so that ⟦7⟧ in a page is only text."""
_PLACEHOLDER = re.compile(rf"<p>⟦{_NONCE}n(\d+)⟧</p>|⟦{_NONCE}n(\d+)⟧")
_ANCHOR = re.compile(r'\sid="([^"]+)"')


def refresh(build: Build) -> Library:
    """Reads the project again into the build (files that did not change are not read again). Returns the library."""
    build.stashed.clear()
    before = build.library
    build.prerendered.clear()
    if build.serving:
        _forget_old_code(build)
    build.progress.stage("Reading")
    library = load(build.root, build.files_read, build.kept_readings, None if build.serving else parallel_map)
    library.serving = build.serving
    library.settings, library.texts_kept, library.rests_on = build.settings, build.kept_texts, build.rests_on
    if build.serving and before.list_files:
        _keep_messages(library, before)
    build.library = library
    return library


def _forget_old_code(build: Build) -> None:
    """Looks anew at the code; what was noted of texts that other code wrote will not be asked for again."""
    before = code_digest()
    code_digest.cache_clear()
    if code_digest() != before:
        build.rests_on.clear()


def collect() -> None:
    """Gives back the memory of libraries that no longer stand: a server would keep every one that it ever read.

    They are left out of ordinary collections; see `casebook.checking.load`.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _keep_messages(library: Library, before: Library) -> None:
    """Keeps the messages of the last rebuild where their shape cannot be read, and nobody knows which are missing."""
    if library.messages.is_patient and not before.messages.is_patient:
        library.__dict__["messages"] = before.messages


def context(build: Build, at: str) -> PageContext:
    """The context of a page of this build. `at` is its path from the root of the site."""
    return PageContext(build.library, at, build.site_url, build.publisher)


def shown(build: Build, at: str, write: Callable[[], str]) -> str:
    """What `write` gives; while serving, where it fails, a panel that says what it was about."""
    if not build.serving:
        return write()
    try:
        return write()
    except Exception as stop:
        log.error("%s: %s", at, reason_of(stop))
        return trouble(build, at, reason_of(stop))


def trouble(build: Build, at: str, reason: str) -> str:
    """The panel in the place of what cannot be shown; the bare reason where not even the panel can be."""
    try:
        return str(page_trouble(context(build, at), reason))
    except Exception:
        return str(escape(reason))


def put(site: Path, path: str, text: str) -> Path:
    """Writes a file of the site. Returns where it stands."""
    file, content = site / path, text.encode()
    try:
        file.write_bytes(content)
    except FileNotFoundError:  # to ask first whether the folder is there takes as long as a small file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return file


def put_all(site: Path, files: Iterable[tuple[str, str]]) -> None:
    """Writes files of the site: path and text of each."""
    for path, text in files:
        put(site, path, text)


def tidy(build: Build) -> None:
    """Leaves in `.cache/` what the build used; says where something there was damaged."""
    for kept in (build.kept_readings, build.kept_texts):
        if kept:
            if kept.damaged:
                about_cache.warning(
                    "%s held texts that are damaged; they were left aside and made anew",
                    kept.folder.relative_to(build.root).as_posix(),
                )
            kept.tidy()


def page_html(build: Build, page: Page) -> str:
    """The HTML of a page made from data, without its frame."""
    known = kept_html(build, page) if page.path in build.prerendered else None
    if known is not None:
        return known
    return shown(build, page.path, lambda: get_or_render(build, page, lambda: _content(build, page)))


def _content(build: Build, page: Page) -> str:
    ctx = context(build, page.path)
    ctx.explains = page.kind in EXPLAINED
    return finished(build, ctx, page.kind, str(page.render(ctx)))


def is_whole(build: Build, page: Page) -> bool:
    """True for a page that is handed over as a whole file, so that a thousand cases cost the engine little."""
    return page.kind == "sheet" or (page.kind == "decision" and not build.serving)


def whole_html(build: Build, page: Page) -> str:
    """The HTML file of such a page: a sheet has no frame, and a decision has that of all pages."""
    frame = build.frame
    if page.kind == "sheet" or frame is None:
        return sheet_html(build, page)

    def write() -> str:
        return frame.fill(page, _content(build, page))

    return shown(build, page.path, lambda: get_or_render(build, page, write, frame.digest))


def called(build: Build, ctx: PageContext, name: str, values: Sequence[Any], named: Mapping[str, Any]) -> str:
    """The HTML that a component writes into a page written by hand."""

    def write() -> str:
        return str(REGISTRY[name](ctx, *values, **named))

    return shown(build, ctx.at, lambda: remembered(build.library, call_name(ctx.at, name, values, named), "", write))


def call_name(at: str, name: str, values: Sequence[Any], named: Mapping[str, Any]) -> str:
    """What the HTML of a call is remembered under: the page that it stands on, and the call."""
    return f"{at} {name}{tuple(values)!r}{sorted(named.items())!r}"


def authored_html(build: Build, at: str, html: str, kind: str = "") -> str:
    """The HTML of a page written by hand, given what Markdown made of it: components and citations set in."""
    ctx = context(build, at)
    return shown(build, at, lambda: finished(build, ctx, kind, unstash(build, ctx, with_citations(ctx, html))))


def dialog_search(build: Build) -> str:
    """The search in the dialog of every page: the same HTML for all."""
    return shown(build, routes.HOME, lambda: str(search_box(context(build, routes.HOME), in_dialog=True)))


def edit_base(repo_url: str, edit_uri: str) -> str:
    """Where the files of the project can be changed, from the settings of MkDocs, whose edit_uri leads to docs/.

    Empty while no source is published.
    """
    return f"{repo_url.rstrip('/')}/{edit_uri.removesuffix('/').removesuffix('docs')}" if repo_url and edit_uri else ""


def sheet_html(build: Build, page: Page) -> str:
    """A whole HTML file for a page that is made to be printed: it needs no engine, so that a thousand cases cost
    little.
    """

    def write() -> str:
        ctx = context(build, page.path)
        return str(ctx.render("sheet_frame", page=page, html=page.render(ctx), policy=Markup(POLICY)))

    return shown(build, page.path, lambda: get_or_render(build, page, write))


def stash(build: Build, html: str) -> str:
    """Keeps the HTML of a component, and gives a placeholder for an authored page: Markdown is slow with HTML, and
    tears apart what it does not know.
    """
    build.stashed.append(html)
    return f"⟦{_NONCE}n{len(build.stashed) - 1}⟧"


def unstash(build: Build, ctx: PageContext, html: str) -> str:
    """The HTML of an authored page, cleaned, with words of the glossary explained, its placeholders turned into what
    was stashed.

    Placeholders in what was stashed are only text.
    """
    ctx.explains = not ctx.at.startswith(PLAIN)
    html = ctx.explained_html(clean(html))
    return _PLACEHOLDER.sub(lambda found: build.stashed[int(found[1] or found[2])], html)


def with_citations(ctx: PageContext, html: str, markdown: bool = False) -> str:
    """The HTML (or the Markdown) of an authored page, its [@citations] turned into notes."""
    return cited(html, ctx.cite, markdown)


def anchors(html: str) -> set[str]:
    """The ids of a page, so that links to its anchors can be checked."""
    return set(_ANCHOR.findall(html))
