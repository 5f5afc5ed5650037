"""Writes the whole site as files that need no hooks: for Zensical, or for any other engine that reads mkdocs.yml and
Markdown.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from casebook.core.build import Build
from casebook.core.folders import THEME
from casebook.render.context import REGISTRY, PageContext
from casebook.site import assets, share_images, writing
from casebook.site.finishing import OF_LENGTH, foot
from casebook.site.headings import LONG
from casebook.site.pages import Page, every_page
from casebook.site.search import WHOLE_PAGES
from casebook.text.component_calls import read_body
from casebook.wording.messages import load_messages
from casebook.yamlfiles.parser import front_matter

NOT_PAGES = ("messages",)
_SECTION = re.compile(r"^## |<h2\b(?![^>]*>\s*<a )", re.MULTILINE)


def export_site(root: Path, to: Path) -> int:
    """Writes every page, asset and setting to a folder, which must be new or empty. Returns the exit status."""
    build = Build(root)
    library = writing.refresh(build)
    if library.errors:
        print(f"{len(library.errors)} problems; to see them, run: casebook check. Nothing is written.")
        return 1
    if to.exists() and any(to.iterdir()):
        print(f"{to} is not empty; name a new folder")
        return 1
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    build.site_url, build.publisher = settings.get("site_url") or "", settings.get("extra", {}).get("publisher") or {}
    build.edit_base = writing.edit_base(settings.get("repo_url") or "", settings.get("edit_uri") or "")
    images = share_images.share_images(build, str(settings.get("site_name") or ""))
    made = write_made_pages(build, to / "docs", images)
    authored = write_authored_pages(build, to / "docs", made)
    for path, content in assets.every_asset(library, build.site_url):
        _write(to / "docs" / path, content)
    for path, source in images.items():
        _write(to / "docs" / path, source.read_bytes())
    shutil.copytree(THEME, to / "theme")
    _write(to / "mkdocs.yml", settings_without_hooks(settings, load_messages(root).tree, writing.dialog_search(build)))
    print(
        f"Wrote {len(made)} pages made from data and {len(authored)} authored pages to {to}; build with its "
        f"mkdocs.yml, then index with pagefind."
    )
    return 0


def write_made_pages(build: Build, docs: Path, images: Mapping[str, Path]) -> list[str]:
    """Writes every page made from data: front matter, then its HTML as one block that Markdown leaves alone.

    Sheets are whole files.
    """
    written = []
    for made in every_page(build.library):
        page = share_images.with_known_image(build, made, images)
        if page.kind == "sheet":
            _write(docs / page.path, writing.sheet_html(build, page))
        else:
            _write(docs / page.source, made_page(build, page))
        written.append(page.source)
    return written


def made_page(build: Build, page: Page) -> str:
    """A page made from data as one Markdown file."""
    return f"{page.front_matter()}\n<div>\n{_without_gaps(writing.page_html(build, page))}\n</div>\n"


def write_authored_pages(build: Build, docs: Path, made: list[str]) -> list[str]:
    """Writes the pages that people wrote, their macros and citations rendered; copies what stands beside them."""
    source = build.root / "docs"
    written = []
    for path in sorted(source.rglob("*")):
        place = path.relative_to(source)
        name = place.as_posix()
        if path.is_dir() or place.parts[0] in NOT_PAGES or path.suffix == ".yml" or name in made:
            continue
        if path.suffix == ".md":
            _write(docs / place, authored_page(build, name, path.read_text(encoding="utf-8")))
            written.append(name)
        else:
            (docs / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, docs / place)
    return written


def authored_page(build: Build, name: str, text: str) -> str:
    """An authored page with its macros rendered (where it asks for that) and its citations set."""
    ctx = writing.context(build, name.removesuffix(".md") + ".html")
    head, body = front_matter(text.replace("\r\n", "\n"))
    lines = [line for line in head.splitlines() if line.strip() != "---"]
    if "render_macros: true" in lines:
        macros = {name: _for_page(function, ctx) for name, function in REGISTRY.items()}
        body = read_body(body).filled(lambda call: macros[call.name](*call.values, **call.named))
        lines.remove("render_macros: true")
    front = "\n".join(["---", *lines, "---", ""]) if lines else ""
    text = writing.with_citations(ctx, body, markdown=True).strip()
    kind = "home" if "kind: home" in lines else ""
    end = "" if kind else _without_gaps(foot(build, ctx, kind, _is_long(text)))
    return f"{front}\n{text}\n\n{end}\n"


def _is_long(text: str) -> bool:
    """Whether a page in Markdown has as many sections, or letters, as one that is long when it is built."""
    return len(_SECTION.findall(text)) >= LONG or len(text) > OF_LENGTH


def _for_page(function: Callable[..., Any], ctx: PageContext) -> Callable[..., str]:
    return lambda *values, **named: _without_gaps(str(function(ctx, *values, **named)))


def _without_gaps(html: str) -> str:
    """HTML without empty lines, at which Markdown would end the block."""
    return "\n".join(line for line in html.splitlines() if line.strip())


def settings_without_hooks(settings: dict[str, Any], words: Any, search_box: str) -> str:
    """The settings of MkDocs without hooks and macros, with what the hooks would have added."""
    kept = {
        name: value
        for name, value in settings.items()
        if name not in ("hooks", "exclude_docs", "not_in_nav", "watch", "docs_dir", "site_dir")
    }
    kept["plugins"] = [
        one
        for one in settings.get("plugins", [])
        if one != "macros" and not (isinstance(one, dict) and "macros" in one)
    ]
    kept["theme"] = {**settings["theme"], "custom_dir": "theme"}
    kept["extra"] = {
        **settings.get("extra", {}),
        "policy": writing.POLICY,
        "words": plain_words(words),
        "serving": False,
        "whole_pages": list(WHOLE_PAGES),
        "search_box": search_box,
    }
    kept["not_in_nav"] = "*\n"
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=160)


def plain_words(words: Any) -> Any:
    """The words as ordinary lists, mappings and texts, for writing."""
    if isinstance(words, dict):
        return {str(name): plain_words(value) for name, value in words.items()}
    if isinstance(words, list | tuple):
        return [plain_words(one) for one in words]
    return words if isinstance(words, bool | int | float) or words is None else str(words)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
