"""What a server does at a save: a saved case or exercise is read, and only the pages that now differ are written.

MkDocs would build the whole site again. It still does where anything but the content of cases and exercises changed:
pages written by hand, words, lists, style, templates, settings, files that came or went.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.core.build import Build
from casebook.site import assets, share_images, writing
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page

log = logging.getLogger("mkdocs.casebook")
CONTENT = ("cases", "exercises")
OTHERS = ("docs", "hooks")
last: dict[str, Any] = {}
"""What the last whole build left: its config, files, navigation and environment of templates."""


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation."""
    last.update(nav=nav)
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Keeps what a page is put into its frame with."""
    last.update(env=env, config=config, files=files)
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Answers each save by the least that shows it."""
    saves = Saves(config["extra"]["build"].root, builder)
    server.builder = saves.answer
    return server


class Saves:
    """The state of the files at the last build, and what is done when some of them were saved."""

    def __init__(self, root: Path, whole: Callable[..., None]) -> None:
        self.root = root
        self.whole = whole
        self.seen = self._now()
        self.shown = _digests()

    def answer(self) -> None:
        """Writes what a save changed. What cannot be done by halves, or fails, is done by a whole build."""
        before, self.seen = self.seen, self._now()
        changed = {path for path in before.keys() | self.seen.keys() if before.get(path) != self.seen.get(path)}
        began = time.monotonic()
        if not self._is_content(changed, before) or not self._answered():
            self.whole()
            self.shown = _digests()
        log.info("Seen after %.1f seconds", time.monotonic() - began)

    def _now(self) -> dict[str, tuple[int, int]]:
        """When each watched file was changed, and its size, by its path from the root."""
        found = {}
        for top in (*CONTENT, *OTHERS):
            for folder, folders, names in os.walk(self.root / top):
                folders[:] = [name for name in folders if name != "__pycache__"]
                for name in names:
                    path = Path(folder, name)
                    try:
                        state = path.stat()
                    except OSError:
                        continue
                    found[path.relative_to(self.root).as_posix()] = (state.st_mtime_ns, state.st_size)
        settings = (self.root / "mkdocs.yml").stat()
        found["mkdocs.yml"] = (settings.st_mtime_ns, settings.st_size)
        return found

    def _is_content(self, changed: set[str], before: dict[str, tuple[int, int]]) -> bool:
        """True where nothing but cases and exercises was saved, and none came or went."""
        return all(
            path.split("/")[0] in CONTENT and path.endswith(".yml") and "/_" not in path
            for path in changed
            if path in before and path in self.seen
        ) and not (before.keys() ^ self.seen.keys())

    def _answered(self) -> bool:
        """True where the save could be shown without building the whole."""
        try:
            return self._write_what_differs()
        except Exception as stop:
            log.info("Building the whole again, because a part could not be: %s", stop)
            return False

    def _write_what_differs(self) -> bool:
        config: MkDocsConfig = last["config"]
        build: Build = config["extra"]["build"]
        site = Path(config["site_dir"])
        library = writing.refresh(build)
        for issue in library.issues:
            log.info(str(issue))
        made = _made(build)
        pages = {page.source: page for page in made if page.kind != "sheet"}
        sheets = {page.path: page for page in made if page.kind == "sheet"}
        if {page.path for page in made} != set(self.shown["made"]):
            return False
        build.pages.clear()
        build.pages.update(pages)
        for path, text in self._texts(build, sheets):
            _put_where_it_differs(site, path, text)
        files: Files = last["files"]
        for file in files.documentation_pages():
            if file.src_uri in pages:
                self._show_made(build, file, pages[file.src_uri])
            else:
                self._show_authored(file)
        return True

    def _texts(self, build: Build, sheets: dict[str, Page]) -> Iterator[tuple[str, str]]:
        """The path and the text of every file that no engine has to set."""
        yield from ((path, writing.sheet_html(build, page)) for path, page in sheets.items())
        yield from assets.every_asset(build.library, build.site_url)

    def _show_made(self, build: Build, file: File, page: Page) -> None:
        digest = _digest(page.front_matter() + writing.page_html(build, page))
        if self.shown["pages"].get(file.src_uri) != digest:
            file.content_string = page.front_matter()
            _set(file)
            self.shown["pages"][file.src_uri] = digest

    def _show_authored(self, file: File) -> None:
        before = file.page.content if file.page else None
        file.page = None
        MkDocsPage(None, file, last["config"])
        assert file.page is not None
        _populate_page(file.page, last["config"], last["files"])
        if file.page.content != before:
            _frame(file.page)


def _set(file: File) -> None:
    """Reads a page anew and puts it into its frame."""
    file.page = None
    page = MkDocsPage(None, file, last["config"])
    _populate_page(page, last["config"], last["files"])
    _frame(page)


def _frame(page: MkDocsPage) -> None:
    files: Files = last["files"]
    _build_page(page, last["config"], files.documentation_pages(), last["nav"], last["env"])


def _put_where_it_differs(site: Path, path: str, text: str) -> None:
    try:
        if (site / path).read_text(encoding="utf-8") == text:
            return
    except (OSError, UnicodeDecodeError):
        pass
    writing.put(site, path, text)


def _digests() -> dict[str, Any]:
    """What the last whole build showed: the paths of its made pages, and the digest of each."""
    config = last.get("config")
    if config is None:
        return {"made": [], "pages": {}}
    build: Build = config["extra"]["build"]
    made = _made(build)
    known = {page.source: page for page in made if page.kind != "sheet"}
    return {
        "made": [page.path for page in made],
        "pages": {
            source: _digest(page.front_matter() + writing.page_html(build, page)) for source, page in known.items()
        },
    }


def _made(build: Build) -> list[Page]:
    """The pages of a server: as in a whole build, without pictures for shared links."""
    return [share_images.with_known_image(build, page, {}) for page in every_served_page(build.library)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
