"""The site as it is being built: the library in use, the HTML of pages, their anchors."""

from __future__ import annotations

import gc
import logging
import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from markupsafe import Markup, escape

from casebook.core.attempts import reason_of
from casebook.library.library import Library
from casebook.checking.load import load
from casebook.text.page_html import clean
from casebook.site.pages import Page
from casebook.text.markdown import cited
from casebook.site.page_cache import get_or_render
from casebook.render.context import REGISTRY, PageContext
from casebook.site.parallel import parallel_map

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
log = logging.getLogger("mkdocs.casebook")
_current: dict[Path, Library] = {}
_stashed: list[str] = []
_prerendered: dict[str, str] = {}
serving = False
"""True while the site is served: what cannot be shown then says so in its place, and the server goes on."""
_SEAL = secrets.token_hex(8)
"""What no author can type: signs that stand for kept HTML carry it, so that ⟦7⟧ in a page is only text."""
_SIGN = re.compile(rf"<p>⟦{_SEAL}n(\d+)⟧</p>|⟦{_SEAL}n(\d+)⟧")
_ANCHOR = re.compile(r'\sid="([^"]+)"')


def refresh(root: Path) -> Library:
    """Reads everything anew (files that did not change are not read again).

    What the last build left behind is collected before, or a server would keep every library it ever read.
    """
    _stashed.clear()
    before = _current.get(root.resolve())
    if before:
        gc.unfreeze()
        gc.collect()
    library = load(root.resolve())
    library.serving = serving
    if serving and before:
        _keep_words(library, before)
    _current[root.resolve()] = library
    return library


def _keep_words(library: Library, before: Library) -> None:
    """Keeps the words of the last build where their shape cannot be read, and nobody knows which are missing."""
    if library.messages.is_patient and not before.messages.is_patient:
        library.__dict__["messages"] = before.messages


def current_library(root: str | Path) -> Library:
    """The library in use for a project's folder; read now if nobody has."""
    path = Path(root).resolve()
    return _current[path] if path in _current else refresh(path)


def shown(library: Library, at: str, write: Callable[[], str]) -> str:
    """What `write` gives; while serving, where it fails, a panel that says what it was about."""
    if not serving:
        return write()
    try:
        return write()
    except Exception as stop:
        log.error("%s: %s", at, reason_of(stop))
        return trouble(library, at, reason_of(stop))


def trouble(library: Library, at: str, reason: str) -> str:
    """The panel in the place of what cannot be shown; the bare reason where not even the panel can be."""
    try:
        return str(REGISTRY["page_trouble"](PageContext(library, at), reason))
    except Exception:
        return str(escape(reason))


def prerender(library: Library, pages: Sequence[Page], site_url: str = "") -> None:
    """Writes many pages at once, on all processors, so that they need only be handed over later."""

    def write(page: Page) -> str:
        return sheet_html(library, page, site_url) if page.kind == "sheet" else page_html(library, page, site_url)

    _prerendered.clear()
    _prerendered.update(zip((page.path for page in pages), parallel_map(write, pages), strict=True))


def page_html(library: Library, page: Page, site_url: str = "") -> str:
    """The HTML of a page made from data."""
    if page.path in _prerendered:
        return _prerendered.pop(page.path)
    return shown(library, page.path, lambda: get_or_render(library, page, (site_url,), lambda: str(page.render(PageContext(library, page.path, site_url)))))


def policy(serving: bool) -> str:
    """The content security policy of every page; live reload, while serving, needs one thing more."""
    return POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'") if serving else POLICY


def sheet_html(library: Library, page: Page, site_url: str = "") -> str:
    """A whole HTML file for a page that is made to be printed: it needs no engine, so that a thousand cases cost little."""

    if page.path in _prerendered:
        return _prerendered.pop(page.path)

    def write() -> str:
        ctx = PageContext(library, page.path, site_url)
        return str(ctx.render("sheet_frame", page=page, html=page.render(ctx), policy=Markup(policy(serving))))

    return shown(library, page.path, lambda: get_or_render(library, page, (site_url, serving), write))


def stash(html: str) -> str:
    """Keeps the HTML of a component, and gives a sign to set into an authored page: Markdown is slow with HTML, and tears apart what it does not know."""
    _stashed.append(html)
    return f"⟦{_SEAL}n{len(_stashed) - 1}⟧"


def unstash(html: str) -> str:
    """The HTML of an authored page, cleaned, its signs turned into what was kept. Signs in what was kept are only text."""
    return _SIGN.sub(lambda found: _stashed[int(found[1] or found[2])], clean(html))


def with_citations(ctx: PageContext, html: str, markdown: bool = False) -> str:
    """The HTML (or the Markdown) of an authored page, its [@citations] turned into notes."""
    return cited(html, ctx.cite, markdown)


def anchors(html: str) -> set[str]:
    """The ids of a page, so that links to its anchors can be checked."""
    return set(_ANCHOR.findall(html))
