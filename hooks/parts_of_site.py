"""The parts of a site that a save changed, written as MkDocs would write them in a whole build."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.checking.page_rules import is_stray
from casebook.core import remembering
from casebook.core.attempts import attempt, written
from casebook.core.build import Build
from casebook.core.progress import Progress
from casebook.site import assets, page_cache, serving, share_images, writing
from casebook.site.afterwards import Afterwards
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page
from casebook.site.saved_files import Saved
from casebook.site.served_folder import Job, ServedFolder
from handed_over import MadePage

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


def build_of(config: MkDocsConfig) -> Build:
    """The build that the settings carry."""
    build: Build = config["extra"]["build"]
    return build


class Parts:
    """The parts of the site that a save changed."""

    def __init__(self, last: Last, served: ServedFolder, saved: Saved) -> None:
        assert last.config is not None
        assert last.nav is not None
        self.last, self.served, self.saved = last, served, saved
        self.config, self.nav = last.config, last.nav
        self.build = build_of(self.config)
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
        before, self.last.files = self.last.files, self._arranged(pages, [*data, *small])
        for path in _addresses(before) - _addresses(self.last.files):
            self.served.remove(path)
        came_or_went = {file.src_uri for file in before} != {file.src_uri for file in self.last.files}
        jobs: dict[str, Job] = {}
        for more in (
            self._style_and_scripts(),
            self._pages(came_or_went, self._renew_frame()),
            self._sheets(pages),
            self._data(data),
            self._small(small),
            ((name, partial(self._template, name)) for name in self.config.theme.static_templates),
        ):
            jobs.update(more)
        self.served.work_through(jobs)
        for page in self.read:
            page.validate_anchor_links(files=self.last.files, log_level=self.config.validation.links.anchors)

    def _arranged(self, pages: list[Page], data: list[str]) -> Files:
        """The files of the site in the order in which a whole build adds them."""
        by_hand, problems = [], []
        for file in self.last.collected:
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
        bundles = set(assets.bundle_paths())
        code = [file for file in self.last.files if file.src_uri in bundles]
        files = Files([*by_hand, *problems, *made, *code, *map(self._on_disk, data)])
        set_exclusions(files, self.config)
        return files

    def _generated(self, source: str, text: str) -> File:
        """A page with a text of its own; the same file as before where there was one."""
        known = self.last.files.get_file_from_path(source)
        if known is None or not known.generated_by:
            return File.generated(self.config, source, content=text)
        known.content_string = text
        return known

    def _on_disk(self, path: str) -> File:
        """A file that stands in the folder of the site."""
        known = self.last.files.get_file_from_path(path)
        return known or File.generated(self.config, path, abs_src_path=str(self.served.folder / path))

    def _renew_frame(self) -> bool:
        """Takes up words and templates of the frame. True where they changed, so that every page has to be framed."""
        extra = {"words": self.build.library.messages.tree, "search_box": writing.dialog_search(self.build)}
        if self.saved.has(".html"):
            self.last.env = self.config.plugins.on_env(
                self.config.theme.get_env(), config=self.config, files=self.last.files
            )
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
            yield "scripts", lambda: [self.served.put(*made) for made in assets.script_files(library)]

    def _pages(self, came_or_went: bool, new_frame: bool) -> Iterator[tuple[str, Job]]:
        """The pages that rest on what was saved. Where pages came or went, any page written by hand may link there."""
        library = self.build.library
        for file in self.last.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
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
        page = self._page_of(file)
        before = self.last.shown.get(file.src_uri)
        if not is_fresh:
            _populate_page(page, self.config, self.last.files)
            if file.src_uri not in self.build.pages:
                self.read.append(page)
        if new_frame or self.last.shown[file.src_uri] != before or not self.served.has(file.dest_uri):
            self.served.put(file.dest_uri, self._framed(page))

    def _page_of(self, file: File) -> MkDocsPage:
        """The page of a file; one made from data says what its file says now."""
        made = self.build.pages.get(file.src_uri)
        if not made:
            return file.page or MkDocsPage(None, file, self.config)
        page = file.page if isinstance(file.page, MadePage) else MadePage(file, self.config, made)
        page.made = made
        return page

    def _framed(self, page: MkDocsPage) -> bytes:
        """A page in its frame, as MkDocs builds it."""
        page.active = True
        try:
            files = self.last.files.documentation_pages()
            context = get_context(self.nav, files, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = self.last.env.get_template("main.html").render(context)
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

    def _small(self, small: dict[str, str]) -> Iterator[tuple[str, Job]]:
        for path, text in small.items():
            remembering.forget(self.build.library, path)  # what is kept under this path is not what will stand there
            yield path, partial(self.served.put, path, text)

    def _put(self, path: str, write: Callable[[], str]) -> None:
        content = attempt(self.build.library, path, write)
        if content is None:
            self.served.remove(path)
        else:
            self.served.put(path, content)

    def _template(self, name: str) -> None:
        listed = {"every_page": self.last.files.documentation_pages()}
        template = self.last.env.get_template(name, globals=listed)
        self.served.put(name, _build_template(name, template, self.last.files, self.config, self.nav))


def _addresses(files: Files) -> set[str]:
    return {file.dest_uri for file in files}
