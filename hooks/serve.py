"""What a server does at a save: it writes the pages that now differ, and tells the browsers that look at one of them.

MkDocs would build the whole site again and reload every browser. It still builds the whole where settings were
changed, or files that it collects itself came or went; then too only what differs is written.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.core import remembering
from casebook.site import search, serving
from casebook.site.afterwards import Afterwards
from casebook.site.live_reload import LiveReload
from casebook.site.saved_files import Saved, saved_between, states
from casebook.site.served_folder import ServedFolder
from parts_of_site import Last, Parts, build_of

log = logging.getLogger("mkdocs.casebook")
last = Last()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Sends a whole rebuild of a server into a folder of its own."""
    if last.served:
        last.staging = Path(tempfile.mkdtemp(prefix="casebook-"))
        config["site_dir"] = str(last.staging)
    last.config = config
    return config


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keeps what MkDocs found, before anything is added."""
    last.collected = list(files)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation."""
    last.nav = nav
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Keeps what a page is put into its frame with."""
    last.env, last.files = env, files
    return env


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Begins to note what a page rests on."""
    if build_of(config).serving:
        build_of(config).library.recorder.notes = set()
    return page


@event_priority(-100)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Notes what the page showed, and for one written by hand what it rested on."""
    build, source = build_of(config), page.file.src_uri
    if build.serving:
        notes, build.library.recorder.notes = build.library.recorder.notes, None
        last.shown[source] = hashlib.sha256(f"{page.meta!r}{page.title}{html}".encode()).hexdigest()
        remembering.forget(build.library, f"docs/{source}")
        if source not in build.pages:
            remembering.forget(build.library, page.file.dest_uri)
            remembering.note_down(build.library, f"docs/{source}", serving.said(build.library, source), notes or ())
    return html


def on_post_build(config: MkDocsConfig) -> None:
    """Begins to make the search index, once the pages are there."""
    if build_of(config).serving and not last.afterwards:
        last.served = ServedFolder(Path(config["site_dir"]))
        last.afterwards = Afterwards(last.served, _entries)
        last.afterwards.begin()


def _entries() -> list[search.SearchEntry]:
    return list(search.entries(build_of(last.config).library)) if last.config else []


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Answers each save by the least that shows it, and the requests of browsers."""
    assert last.served
    server.builder = Saves(build_of(config).root, last.served, builder).answer
    server.set_app(LiveReload(last.served, server.mount_path))
    return server


def on_shutdown() -> None:
    """Ends what was begun in the background."""
    if last.afterwards:
        last.afterwards.stop()


class Saves:
    """The state of the files at the last save, and what is done when some of them were saved."""

    def __init__(self, root: Path, served: ServedFolder, whole: Callable[..., None]) -> None:
        self.root = root
        self.served = served
        self.whole = whole
        self.states = states(root)
        self.needs_whole = False

    def answer(self) -> None:
        """Writes what a save changed. What cannot be done by parts, or fails, is done by a whole build."""
        before, self.states = self.states, states(self.root)
        saved = saved_between(before, self.states)
        if not saved or not last.afterwards:
            return
        for path in saved.code:
            log.warning("%s was changed: stop the server and start it again to see what that does", path)
        began = time.monotonic()
        last.afterwards.stop()
        with self.served.changing():
            if self.needs_whole or saved.is_whole or not self._by_parts(saved):
                self.needs_whole = not self._wholly()
        log.info("All that differs was written in %.1f seconds", time.monotonic() - began)
        last.afterwards.begin()

    def _by_parts(self, saved: Saved) -> bool:
        try:
            Parts(last, self.served, saved).write()
        except (Exception, SystemExit) as stop:
            log.info("Building the whole again, because a part could not be: %s", stop)
            return False
        return True

    def _wholly(self) -> bool:
        """Builds the whole beside the folder that is served, which stays as it was where that fails."""
        last.staging = None
        try:
            self.whole()
        except (Exception, SystemExit) as stop:
            log.error("The site stays as it was, because it could not be built: %s", stop)
            if last.staging:
                shutil.rmtree(last.staging, ignore_errors=True)
            return False
        assert last.staging
        self.served.take_over(last.staging, but=search.FOLDER)
        return True
