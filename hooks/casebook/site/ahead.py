"""Writes on all processors, before the engine asks for it, what takes a build most of its time: sheets, decisions and
data straight into the folder of the site; other pages, and what components write into pages written by hand, are kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from casebook.checking.page_rules import asks_for_calls, authored_pages
from casebook.core.build import Build
from casebook.site.page_cache import is_kept
from casebook.site.pages import Page
from casebook.site.parallel import parallel_map
from casebook.site.writing import call_name, called, context, page_html, put
from casebook.text.component_calls import Call, read_body

Job = tuple[str, Callable[[], str]]
"""What a text is remembered under, and what writes it: the path of what is done, or nothing."""


def write_ahead(build: Build, site: Path, meanwhile: Callable[[], None]) -> None:
    """Does all of it. `meanwhile` is done in this process, while others write."""
    jobs = [*_calls(build), *_files(build.files, site), *_pages(build)]
    build.prerendered.clear()
    build.progress.stage("Writing pages", len(jobs))
    build.prerendered.update(parallel_map(lambda job: job[1](), jobs, build.progress.step, meanwhile))
    if build.kept_texts:
        build.kept_texts.look_again()
        build.kept_texts.used.update(build.kept_texts.key(name) for name, _ in jobs)


def _files(files: Mapping[str, Callable[[], str]], site: Path) -> Iterator[Job]:
    for path, write in files.items():
        yield path, partial(_put, site, path, write)


def _put(site: Path, path: str, write: Callable[[], str]) -> str:
    put(site, path, write())
    return path


def _pages(build: Build) -> Iterator[Job]:
    for page in build.pages.values():
        yield page.path, partial(_page, build, page)


def _page(build: Build, page: Page) -> str:
    page_html(build, page)
    return page.path if is_kept(build, page) else ""


def _calls(build: Build) -> Iterator[Job]:
    """The calls on pages written by hand."""
    for page in authored_pages(build.library):
        at = page.file.removeprefix("docs/").removesuffix(".md") + ".html"
        for call in read_body(page.body).calls if asks_for_calls(page) else ():
            yield call_name(at, call.name, call.values, call.named), partial(_call, build, at, call)


def _call(build: Build, at: str, call: Call) -> str:
    with contextlib.suppress(Exception):  # whoever reads the page meets it again, and says where it stands
        called(build, context(build, at), call.name, call.values, call.named)
    return ""
