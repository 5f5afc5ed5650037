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
from casebook.site.page_cache import remembered
from casebook.render.context import REGISTRY, Desk
from casebook.site.parallel import together

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
log = logging.getLogger("mkdocs.casebook")
_current: dict[Path, Library] = {}
_held: list[str] = []
_ahead: dict[str, str] = {}
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
    _held.clear()
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
    if library.words.is_patient and not before.words.is_patient:
        library.__dict__["words"] = before.words


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
        return str(REGISTRY["page_trouble"](Desk(library, at), reason))
    except Exception:
        return str(escape(reason))


def write_ahead(library: Library, pages: Sequence[Page], site_url: str = "") -> None:
    """Writes many pages at once, on all processors, so that they need only be handed over later."""

    def write(page: Page) -> str:
        return sheet_html(library, page, site_url) if page.kind == "sheet" else page_html(library, page, site_url)

    _ahead.clear()
    _ahead.update(zip((page.path for page in pages), together(write, pages), strict=True))


def page_html(library: Library, page: Page, site_url: str = "") -> str:
    """The HTML of a page made from data."""
    if page.path in _ahead:
        return _ahead.pop(page.path)
    return shown(library, page.path, lambda: remembered(library, page, (site_url,), lambda: str(page.render(Desk(library, page.path, site_url)))))


def policy(serving: bool) -> str:
    """The content security policy of every page; live reload, while serving, needs one thing more."""
    return POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'") if serving else POLICY


def sheet_html(library: Library, page: Page, site_url: str = "") -> str:
    """A whole HTML file for a page that is made to be printed: it needs no engine, so that a thousand cases cost little."""

    if page.path in _ahead:
        return _ahead.pop(page.path)

    def write() -> str:
        desk = Desk(library, page.path, site_url)
        return str(desk.render("sheet_frame", page=page, html=page.render(desk), policy=Markup(policy(serving))))

    return shown(library, page.path, lambda: remembered(library, page, (site_url, serving), write))


def hold(html: str) -> str:
    """Keeps the HTML of a component, and gives a sign to set into an authored page: Markdown is slow with HTML, and tears apart what it does not know."""
    _held.append(html)
    return f"⟦{_SEAL}n{len(_held) - 1}⟧"


def release(html: str) -> str:
    """The HTML of an authored page, cleaned, its signs turned into what was kept. Signs in what was kept are only text."""
    return _SIGN.sub(lambda found: _held[int(found[1] or found[2])], clean(html))


def with_citations(desk: Desk, html: str, markdown: bool = False) -> str:
    """The HTML (or the Markdown) of an authored page, its [@citations] turned into notes."""
    return cited(html, desk.cite, markdown)


def anchors(html: str) -> set[str]:
    """The ids of a page, so that links to its anchors can be checked."""
    return set(_ANCHOR.findall(html))
