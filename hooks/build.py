"""What MkDocs calls. Everything of substance stands in the package casebook, which knows nothing of MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from casebook import assets, site
from casebook.checking.page_rules import is_stray
from casebook.pages import Page, every_page
from casebook.reading import Unreadable
from casebook.rendering import Desk
from casebook.words import WORDS, load_words
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

log = logging.getLogger("mkdocs.casebook")
pages: dict[str, Page] = {}


def on_startup(command: str, **_: Any) -> None:
    """Notes whether the site is served or built."""
    site.serving = command == "serve"


@event_priority(100)
def on_config(config: Any) -> Any:
    """Reads and checks everything, before macros ask for it. A build stops at problems; while serving, their pages show them."""
    root = Path(config["config_file_path"]).parent
    library = site.refresh(root)
    for problem in library.problems:
        (log.info if site.serving or problem.warning else log.error)(str(problem))
    if library.errors and not site.serving:
        raise Abort(f"{len(library.errors)} problems; the site is not built")
    try:
        config["extra"].update(policy=site.policy(site.serving), words=load_words(root).tree)
    except Unreadable as stop:
        raise Abort(f"{WORDS}:{stop.line}: {stop.message}") from None
    config["watch"] = [*config["watch"], *(str(root / folder) for folder in ("cases", "exercises") if (root / folder).is_dir())]
    return config


def on_files(files: Any, config: Any) -> Any:
    """Adds every page made from data, with front matter only, and the site's own style and scripts; leaves out what no page uses."""
    library = site.current_library(str(Path(config["config_file_path"]).parent))
    pages.clear()
    made = list(every_page(library, drafts=site.serving))
    if not site.serving:
        site.write_ahead(library, made, config["site_url"] or "")
    for page in made:
        if page.kind == "sheet":
            files.append(File.generated(config, page.path, content=site.sheet_html(library, page, config["site_url"] or "")))
            continue
        pages[page.source] = page
        known = files.get_file_from_path(page.source)
        if known:
            files.remove(known)
        files.append(File.generated(config, page.source, content=page.front_matter()))
    for path, content in assets.every_asset(library, config["site_url"] or ""):
        files.append(File.generated(config, path, content=content))
    for file in [file for file in files if assets.is_unused(file.src_uri) or is_stray(library, file.src_uri)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """A page made from data has no Markdown."""
    return "" if page.file.src_uri in pages else markdown


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Hands over the HTML of a page made from data; sets citations into the others."""
    library = site.current_library(str(Path(config["config_file_path"]).parent))
    made = pages.get(page.file.src_uri)
    desk = Desk(library, page.file.dest_uri)
    html = site.page_html(library, made, config["site_url"] or "") if made else site.release(site.with_citations(desk, html))
    page.present_anchor_ids = site.anchors(html)
    return html


def on_post_build(config: Any) -> None:
    """Indexes the built pages for the search."""
    assets.index_pages(Path(config["site_dir"]), again=not site.serving)
