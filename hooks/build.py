"""What MkDocs calls. Everything of substance is in the package casebook, which knows nothing of MkDocs."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.checking.page_rules import is_stray
from casebook.core.addresses import written_twice
from casebook.core.attempts import written
from casebook.core.build import Build
from casebook.core.progress import Progress
from casebook.render.context import PageContext
from casebook.site import ahead, assets, search, serving, share_images, writing
from casebook.site.own_pages import every_served_page
from casebook.site.pages import Page, every_page
from casebook.site.saved_files import WATCHED
from handed_over import MadePage, Written, find_anchors, frame_of

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
    owned += _add_pages(files, config, build, [share_images.with_known_image(build, page, images) for page in pages])
    data = dict(assets.data_writers(library, build.site_url))
    build.files.update(data)
    for path in (*assets.bundle_paths(), *data):
        owned.append((path, path))
        files.append(Written.of(config, path, path))
    for path, source in images.items():
        owned.append((path, path))
        files.append(File.generated(config, path, abs_src_path=str(source)))
    _refuse_two_owners(owned, build)
    for file in [file for file in files if assets.is_unused(file.src_uri) or is_stray(library, file.src_uri)]:
        files.remove(file)
    return files


def _add_pages(files: Files, config: MkDocsConfig, build: Build, made: list[Page]) -> list[tuple[str, str]]:
    """Adds pages, those that are whole files as such; gives the address and the owner of each."""
    build.pages.clear()
    build.files.clear()
    owned = []
    for page in made:
        known = files.get_file_from_path(page.source)
        owned.append((page.path, f"docs/{page.source}" if known and page.replaces else page.path))
        if known:
            files.remove(known)
        if writing.is_whole(build, page):
            build.files[page.path] = partial(writing.whole_html, build, page)
            file = Written.of(config, page.path if page.kind == "sheet" else page.source, page.path)
            file.made = None if page.kind == "sheet" else page
            files.append(file)
        else:
            build.pages[page.source] = page
            files.append(File.generated(config, page.source, content=page.front_matter()))
    return owned


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Writes, once the menu is known, all that MkDocs does not.

    A build does so on all processors; a server has threads, and a process with threads is not to be forked.
    """
    build: Build = config["extra"]["build"]
    site = Path(config["site_dir"])
    for source, made in build.pages.items():
        file = files.get_file_from_path(source)
        if file:
            MadePage(file, config, made)
    if build.serving:
        writing.put_all(site, written(build.library, build.files.items()))
        writing.put_all(site, assets.bundles(build.library))
        return nav
    build.frame = frame_of(nav, config)
    ahead.write_ahead(build, site, lambda: writing.put_all(site, assets.bundles(build.library)))
    build.progress.stage("Reading pages written by hand")
    return nav


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
    """Finds the anchors that Markdown links to; names every page to the site map."""
    config["extra"]["build"].progress.stage("Setting pages into their frame")
    pages = files.documentation_pages()
    whole = [file for file in files if isinstance(file, Written) and file.made]
    for file in whole:
        MadePage(file, config, file.made).read_source(config)
    for target in {target for file in pages if file.page for target in file.page.links_to_anchors or ()}:
        find_anchors(target)
    known = {*pages, *whole}
    env.globals["every_page"] = [file for file in files if file in known]
    return env


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """A page made from data has no Markdown."""
    return "" if page.file.src_uri in config["extra"]["build"].pages else markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Hands over the HTML of a page made from data; sets citations into the others."""
    build: Build = config["extra"]["build"]
    made = build.pages.get(page.file.src_uri)
    return writing.page_html(build, made) if made else _authored(build, page, html)


def _authored(build: Build, page: MkDocsPage, html: str) -> str:
    """A page written by hand, finished; above it, while serving, its problems."""
    ctx = PageContext(build.library, page.file.dest_uri)
    shown = writing.authored_html(build, page.file.dest_uri, html, page.meta.get("kind") or "")
    if not build.serving:
        return shown
    return serving.notes_above(ctx, page.file.src_uri) + serving.with_heading(shown, str(page.meta.get("title") or ""))


def on_post_build(config: MkDocsConfig) -> None:
    """Indexes the built pages for the search; drops the packed site map, which carries the day of the build."""
    (Path(config["site_dir"]) / "sitemap.xml.gz").unlink(missing_ok=True)
    build: Build = config["extra"]["build"]
    if not build.serving:  # a server does it when it is quiet
        search.index_pages(build, Path(config["site_dir"]))
    writing.tidy(build)
    build.progress.end()
