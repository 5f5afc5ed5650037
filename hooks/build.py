"""What MkDocs calls. Everything of substance stands in the package casebook, which knows nothing of MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from casebook.checking.page_rules import is_stray
from casebook.core.addresses import written_twice
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.site import assets, serving
from casebook.site import build as site
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page, every_page

log = logging.getLogger("mkdocs.casebook")
pages: dict[str, Page] = {}


def on_startup(command: str, **_: Any) -> None:
    """Notes whether the site is served or built."""
    site.serving = command == "serve"


@event_priority(100)
def on_config(config: Any) -> Any:
    """Reads and checks everything, before macros ask for it. A build stops at problems; a server shows them."""
    root = Path(config["config_file_path"]).parent
    library = site.refresh(root)
    for problem in library.problems:
        (log.info if site.serving or problem.warning else log.error)(str(problem))
    if library.errors and not site.serving:
        raise Abort(f"{len(library.errors)} problems; the site is not built")
    config["extra"].update(policy=site.policy(site.serving), words=library.messages.tree)
    if site.serving:
        config["plugins"]["macros"].config["on_error_fail"] = False  # a page whose macros fail says so itself
    watched = [str(root / folder) for folder in ("cases", "exercises") if (root / folder).is_dir()]
    config["watch"] = [*config["watch"], *watched]
    return config


def on_files(files: Any, config: Any) -> Any:
    """Adds every page made from data, style, scripts and data; leaves out what no page uses, or nobody can read."""
    library = site.current_library(str(Path(config["config_file_path"]).parent))
    if site.serving:
        _set_right(files, config, library)
    owned = [(file.dest_uri, f"docs/{file.src_uri}") for file in files if not assets.is_unused(file.src_uri)]
    made = list(every_served_page(library) if site.serving else every_page(library))
    if not site.serving:
        site.prerender(library, made, config["site_url"] or "")
    owned += _add_pages(files, config, library, made)
    for path, content in assets.every_asset(library, config["site_url"] or ""):
        owned.append((path, path))
        files.append(File.generated(config, path, content=content))
    _refuse_two_owners(owned)
    for file in [file for file in files if assets.is_unused(file.src_uri) or is_stray(library, file.src_uri)]:
        files.remove(file)
    return files


def _add_pages(files: Any, config: Any, library: Library, made: list[Page]) -> list[tuple[str, str]]:
    """Adds pages with their front matter only, and sheets whole; gives the address and the owner of each."""
    pages.clear()
    owned = []
    for page in made:
        known = files.get_file_from_path(page.source)
        owned.append((page.path, f"docs/{page.source}" if known and page.replaces else page.path))
        if page.kind == "sheet":
            html = site.sheet_html(library, page, config["site_url"] or "")
            files.append(File.generated(config, page.path, content=html))
            continue
        pages[page.source] = page
        if known:
            files.remove(known)
        files.append(File.generated(config, page.source, content=page.front_matter()))
    return owned


def _refuse_two_owners(owned: list[tuple[str, str]]) -> None:
    """Names every address that would be written twice; a build stops there."""
    twice = list(written_twice(owned))
    for message in twice:
        log.error(message)
    if twice and not site.serving:
        raise Abort(f"{len(twice)} addresses have two owners; the site is not built")


def _set_right(files: Any, config: Any, library: Library) -> None:
    """Leaves out, while serving, what MkDocs cannot read, and sets pages with problems without their macros."""
    for file in [file for file in files if file.src_dir == config["docs_dir"]]:
        replaced = serving.in_place_of(library, file.src_uri, file.abs_src_path)
        if replaced is not None:
            files.remove(file)
        if replaced:
            files.append(File.generated(config, file.src_uri, content=replaced))


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """A page made from data has no Markdown."""
    return "" if page.file.src_uri in pages else markdown


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Hands over the HTML of a page made from data; sets citations into the others."""
    library = site.current_library(str(Path(config["config_file_path"]).parent))
    made = pages.get(page.file.src_uri)
    ctx = PageContext(library, page.file.dest_uri)
    html = site.page_html(library, made, config["site_url"] or "") if made else _authored(ctx, page.file.src_uri, html)
    page.present_anchor_ids = site.anchors(html)
    return html


def _authored(ctx: PageContext, source: str, html: str) -> str:
    """A page written by hand: components and citations set in; above it, while serving, its problems."""
    notes = serving.notes_above(ctx, source) if site.serving else ""
    return notes + site.unstash(site.with_citations(ctx, html))


def on_post_build(config: Any) -> None:
    """Indexes the built pages for the search; drops the packed site map, which carries the day of the build."""
    (Path(config["site_dir"]) / "sitemap.xml.gz").unlink(missing_ok=True)
    assets.index_pages(Path(config["site_dir"]), again=not site.serving)
