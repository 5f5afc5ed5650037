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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.checking.page_rules import is_stray
from casebook.core import remembering
from casebook.core.attempts import attempt, written
from casebook.core.build import Build
from casebook.core.progress import Progress
from casebook.site import assets, page_cache, search, serving, share_images, writing
from casebook.site.afterwards import Afterwards
from casebook.site.live_reload import LiveReload
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page
from casebook.site.saved_files import Saved, saved_between, states
from casebook.site.served_folder import Job, ServedFolder

log = logging.getLogger("mkdocs.casebook")


@dataclass
class Last:
    """What the last whole build left, kept up to date by each save."""

    config: MkDocsConfig | None = None
    nav: Navigation | None = None
    env: Any = None
    collected: list[File] = field(default_factory=list)
    """What MkDocs itself found, in docs/ and in the theme."""
    files: Files = field(default_factory=lambda: Files([]))
    shown: dict[str, str] = field(default_factory=dict)
    """The digest of the content of each page, by its source."""
    staging: Path | None = None
    """The folder of a whole rebuild."""
    served: ServedFolder | None = None
    afterwards: Afterwards | None = None


last = Last()


def _build(config: MkDocsConfig) -> Build:
    build: Build = config["extra"]["build"]
    return build


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
    if _build(config).serving:
        _build(config).library.recorder.notes = set()
    return page


@event_priority(-100)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Notes what the page showed, and for one written by hand what it rested on."""
    build, source = _build(config), page.file.src_uri
    if build.serving:
        notes, build.library.recorder.notes = build.library.recorder.notes, None
        last.shown[source] = hashlib.sha256(f"{page.meta!r}{page.title}{html}".encode()).hexdigest()
        if source not in build.pages:
            remembering.note_down(build.library, f"docs/{source}", serving.said(build.library, source), notes or ())
    return html


def on_post_build(config: MkDocsConfig) -> None:
    """Begins to make the search index, once the pages are there."""
    if _build(config).serving and not last.afterwards:
        last.served = ServedFolder(Path(config["site_dir"]))
        last.afterwards = Afterwards(last.served, _entries)
        last.afterwards.begin()


def _entries() -> list[search.SearchEntry]:
    return list(search.entries(_build(last.config).library)) if last.config else []


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Answers each save by the least that shows it, and the requests of browsers."""
    assert last.served
    server.builder = Saves(_build(config).root, last.served, builder).answer
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
            Parts(self.served, saved).write()
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


class Parts:
    """The parts of the site that a save changed."""

    def __init__(self, served: ServedFolder, saved: Saved) -> None:
        assert last.config is not None
        assert last.nav is not None
        self.served, self.saved = served, saved
        self.config, self.nav = last.config, last.nav
        self.build = _build(self.config)
        self.read: list[MkDocsPage] = []
        """The pages written by hand that were read again."""

    def write(self) -> None:
        """Reads what was saved, and writes all that differs."""
        self.build.progress = Progress(quiet=True)
        library = writing.refresh(self.build)
        for issue in library.issues:
            log.info(str(issue))
        pages = [share_images.with_known_image(self.build, page, {}) for page in every_served_page(library)]
        self.build.pages.clear()
        self.build.pages.update((page.source, page) for page in pages if page.kind != "sheet")
        data = dict(assets.remembered_writers(library, self.build.site_url))
        small = dict(written(library, assets.small_writers(library, self.build.site_url)))
        before, last.files = last.files, self._arranged(pages, [*data, *small])
        for path in _addresses(before) - _addresses(last.files):
            self.served.remove(path)
        came_or_went = {file.src_uri for file in before} != {file.src_uri for file in last.files}
        jobs = dict(self._style_and_scripts())
        jobs.update(self._pages(came_or_went, self._renew_frame()))
        jobs.update(self._sheets(pages))
        jobs.update(self._data(data))
        jobs.update((path, partial(self.served.put, path, text)) for path, text in small.items())
        jobs.update((name, partial(self._template, name)) for name in self.config.theme.static_templates)
        self.served.work_through(jobs)
        for page in self.read:
            page.validate_anchor_links(files=last.files, log_level=self.config.validation.links.anchors)

    def _arranged(self, pages: list[Page], data: list[str]) -> Files:
        """The files of the site in the order in which a whole build adds them."""
        by_hand, problems = [], []
        for file in last.collected:
            source, text = file.src_uri, None
            if file.src_dir == self.config.docs_dir:
                text = serving.in_place_of(self.build.library, source, str(file.abs_src_path))
            is_left_out = assets.is_unused(source) or is_stray(self.build.library, source) or text == ""
            if not is_left_out and source not in self.build.pages:
                if text is None:
                    by_hand.append(file)
                else:
                    problems.append(self._generated(source, text))
        made = [
            self._on_disk(page.path) if page.kind == "sheet" else self._generated(page.source, page.front_matter())
            for page in pages
        ]
        code = [file for file in last.files if file.generated_by and file.src_uri.startswith("assets/")]
        files = Files([*by_hand, *problems, *made, *code, *map(self._on_disk, data)])
        set_exclusions(files, self.config)
        return files

    def _generated(self, source: str, text: str) -> File:
        """A page with a text of its own; the same file as before where there was one."""
        known = last.files.get_file_from_path(source)
        if known is None or not known.generated_by:
            return File.generated(self.config, source, content=text)
        known.content_string = text
        return known

    def _on_disk(self, path: str) -> File:
        """A file that stands in the folder of the site."""
        known = last.files.get_file_from_path(path)
        return known or File.generated(self.config, path, abs_src_path=str(self.served.folder / path))

    def _renew_frame(self) -> bool:
        """Takes up words and templates of the frame. True where they changed, so that every page has to be framed."""
        extra = {"words": self.build.library.messages.tree, "search_box": writing.dialog_search(self.build)}
        if self.saved.has(".html"):
            last.env = self.config.plugins.on_env(self.config.theme.get_env(), config=self.config, files=last.files)
        elif all(self.config["extra"][name] == value for name, value in extra.items()):
            return False
        self.config["extra"].update(extra)
        return True

    def _style_and_scripts(self) -> Iterator[tuple[str, Job]]:
        library = self.build.library
        if self.saved.has(".css"):
            for path, write in assets.style_writers(library):
                yield path, partial(self._put, path, write)
        if self.saved.has(".ts"):
            yield "scripts", lambda: [self.served.put(*made) for made in assets.script_files(library)] and None

    def _pages(self, came_or_went: bool, new_frame: bool) -> Iterator[tuple[str, Job]]:
        """The pages that rest on what was saved. Where pages came or went, any page written by hand may link there."""
        library = self.build.library
        for file in last.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            source, page = file.src_uri, self.build.pages.get(file.src_uri)
            if page:
                is_fresh = page_cache.is_fresh(self.build, page)
            else:
                said = serving.said(library, source)
                is_fresh = not came_or_went and remembering.is_fresh(library, f"docs/{source}", said)
            is_fresh = is_fresh and file.page is not None and self.served.has(file.dest_uri)
            if new_frame or not is_fresh:
                yield file.dest_uri, partial(self._show, file, is_fresh, new_frame)

    def _show(self, file: File, is_fresh: bool, new_frame: bool) -> None:
        """Writes a page: read again where it is not fresh, and framed where that changed it."""
        page = file.page or MkDocsPage(None, file, self.config)
        before = last.shown.get(file.src_uri)
        if not is_fresh:
            _populate_page(page, self.config, last.files)
            if file.src_uri not in self.build.pages:
                self.read.append(page)
        if new_frame or last.shown[file.src_uri] != before or not self.served.has(file.dest_uri):
            self.served.put(file.dest_uri, self._framed(page))

    def _framed(self, page: MkDocsPage) -> bytes:
        """A page in its frame, as MkDocs builds it."""
        page.active = True
        try:
            files = last.files.documentation_pages()
            context = get_context(self.nav, files, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = last.env.get_template("main.html").render(context)
            html = self.config.plugins.on_post_page(html, page=page, config=self.config)
        finally:
            page.active = False
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _sheets(self, pages: list[Page]) -> Iterator[tuple[str, Job]]:
        for page in pages:
            if page.kind == "sheet" and not (page_cache.is_fresh(self.build, page) and self.served.has(page.path)):
                yield page.path, partial(self._put, page.path, partial(writing.sheet_html, self.build, page))

    def _data(self, data: dict[str, Callable[[], str]]) -> Iterator[tuple[str, Job]]:
        for path, write in data.items():
            if not (remembering.is_fresh(self.build.library, path, "") and self.served.has(path)):
                yield path, partial(self._put, path, write)

    def _put(self, path: str, write: Callable[[], str]) -> None:
        content = attempt(self.build.library, path, write)
        if content is None:
            self.served.remove(path)
        else:
            self.served.put(path, content)

    def _template(self, name: str) -> None:
        template = last.env.get_template(name)
        self.served.put(name, _build_template(name, template, last.files, self.config, self.nav))


def _addresses(files: Files) -> set[str]:
    return {file.dest_uri for file in files}
