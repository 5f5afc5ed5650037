"""What MkDocs calls. Everything of substance is in the package casebook, which knows nothing of MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.checking.page_rules import is_stray
from casebook.core.addresses import written_twice
from casebook.core.build import Build
from casebook.core.progress import Progress
from casebook.render.context import PageContext
from casebook.site import assets, search, serving, share_images, writing
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page, every_page
from casebook.site.saved_files import WATCHED

log = logging.getLogger("mkdocs.casebook")
builds: dict[Path, Build] = {}
"""The build of each project's folder. MkDocs reads its settings anew for each rebuild of a server; this is what
stays."""
commands: list[str] = []
"""The command that MkDocs was started with."""


def on_startup(command: str, dirty: bool) -> None:
    """Notes whether the site is served or built."""
    commands[:] = [command]


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks everything, before macros ask for it. A build stops at problems; a server shows them."""
    build = _build_of(config)
    library = writing.refresh(build)
    for issue in library.issues:
        (log.info if build.serving or issue.warning else log.error)(str(issue))
    if library.errors and not build.serving:
        raise Abort(f"{len(library.errors)} problems; the site is not built")
    config["extra"].update(
        build=build,
        policy=writing.POLICY,
        words=library.messages.tree,
        whole_pages=search.WHOLE_PAGES,
        search_box=writing.dialog_search(build),
    )
    if build.serving:
        config["plugins"]["macros"].config["on_error_fail"] = False  # a page whose macros fail says so itself
    watched = [str(build.root / folder) for folder in WATCHED if (build.root / folder).is_dir()]
    config["watch"] = [*config["watch"], *watched]
    return config


def _build_of(config: MkDocsConfig) -> Build:
    """The build of the project, with its settings as they are now."""
    root = Path(config["config_file_path"]).parent.resolve()
    build = builds.setdefault(root, Build(root))
    build.serving = commands == ["serve"]
    build.progress = Progress(quiet=not log.isEnabledFor(logging.INFO))
    build.site_url = config["site_url"] or ""
    build.publisher = config["extra"].get("publisher") or {}
    build.edit_base = writing.edit_base(config["repo_url"] or "", config["edit_uri"] or "")
    return build


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds every page made from data, style, scripts and data; leaves out what no page uses, or nobody can read."""
    build: Build = config["extra"]["build"]
    library = build.library
    if build.serving:
        _set_right(files, config, build)
    owned = [(file.dest_uri, f"docs/{file.src_uri}") for file in files if not assets.is_unused(file.src_uri)]
    images = share_images.share_images(build, config["site_name"])
    pages = every_served_page(library) if build.serving else every_page(library)
    made = [share_images.with_known_image(build, page, images) for page in pages]
    if not build.serving:  # a server has threads, and a process with threads is not to be forked
        writing.prerender(build, made, Path(config["site_dir"]))
    owned += _add_pages(files, config, build, made)
    build.progress.stage("Writing style, scripts and data")
    for path, content in assets.every_asset(library, build.site_url):
        owned.append((path, path))
        _put(files, config, path, content)
    for path, source in images.items():
        owned.append((path, path))
        files.append(File.generated(config, path, abs_src_path=str(source)))
    _refuse_two_owners(owned, build)
    for file in [file for file in files if assets.is_unused(file.src_uri) or is_stray(library, file.src_uri)]:
        files.remove(file)
    return files


def _add_pages(files: Files, config: MkDocsConfig, build: Build, made: list[Page]) -> list[tuple[str, str]]:
    """Adds pages with their front matter only, and sheets whole; gives the address and the owner of each."""
    build.pages.clear()
    owned = []
    for page in made:
        known = files.get_file_from_path(page.source)
        owned.append((page.path, f"docs/{page.source}" if known and page.replaces else page.path))
        if page.kind == "sheet":
            _put(files, config, page.path, "" if page.path in build.prerendered else writing.sheet_html(build, page))
            continue
        build.pages[page.source] = page
        if known:
            files.remove(known)
        files.append(File.generated(config, page.source, content=page.front_matter()))
    return owned


def _put(files: Files, config: MkDocsConfig, path: str, content: str) -> None:
    """Adds a file that stands in the folder of the site already, or is written there now: MkDocs holds no copy."""
    site = Path(config["site_dir"])
    if content:
        writing.put(site, path, content)
    files.append(File.generated(config, path, abs_src_path=str(site / path)))


def _refuse_two_owners(owned: list[tuple[str, str]], build: Build) -> None:
    """Names every address that would be written twice; a build stops there."""
    twice = list(written_twice(owned))
    for message in twice:
        log.error(message)
    if twice and not build.serving:
        raise Abort(f"{len(twice)} addresses have two owners; the site is not built")


def _set_right(files: Files, config: MkDocsConfig, build: Build) -> None:
    """Leaves out, while serving, what MkDocs cannot read, and sets pages with problems without their macros."""
    for file in [file for file in files if file.src_dir == config["docs_dir"]]:
        replaced = serving.in_place_of(build.library, file.src_uri, str(file.abs_src_path))
        if replaced is not None:
            files.remove(file)
        if replaced:
            files.append(File.generated(config, file.src_uri, content=replaced))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Says that the pages are now put into their frame."""
    config["extra"]["build"].progress.stage("Setting pages into their frame")
    return env


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """A page made from data has no Markdown."""
    return "" if page.file.src_uri in config["extra"]["build"].pages else markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hands over the HTML of a page made from data; sets citations into the others."""
    build: Build = config["extra"]["build"]
    made = build.pages.get(page.file.src_uri)
    html = writing.page_html(build, made) if made else _authored(build, page, html)
    page.present_anchor_ids = writing.anchors(html)
    return html


def _authored(build: Build, page: MkDocsPage, html: str) -> str:
    """A page written by hand, finished; above it, while serving, its problems."""
    ctx = PageContext(build.library, page.file.dest_uri)
    notes = serving.notes_above(ctx, page.file.src_uri) if build.serving else ""
    return notes + writing.authored_html(build, page.file.dest_uri, html, page.meta.get("kind") or "")


def on_post_build(config: MkDocsConfig) -> None:
    """Indexes the built pages for the search; drops the packed site map, which carries the day of the build."""
    (Path(config["site_dir"]) / "sitemap.xml.gz").unlink(missing_ok=True)
    build: Build = config["extra"]["build"]
    if not build.serving:  # a server does it when it is quiet
        search.index_pages(build, Path(config["site_dir"]))
    build.progress.end()
