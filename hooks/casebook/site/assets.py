"""Style, scripts and data files of the site: joined, bundled and made from the components' own files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from casebook.core import folders, routes
from casebook.core.addresses import FOLDER_OF, is_shown
from casebook.core.attempts import Writer, attempt, written
from casebook.core.opened_files import open_file, unsound
from casebook.core.remembering import remembered
from casebook.data.dataset import data_files, files_beside
from casebook.data.payloads.findings import claim_scripts
from casebook.data.payloads.session_decisions import session_scripts
from casebook.library.library import Library
from casebook.schema.kinds import CASES
from casebook.site.bundling import entries, minified, scripts
from casebook.site.case_maps import map_files
from casebook.site.colours import in_both_schemes
from casebook.site.long_lists import list_files
from casebook.site.paper_lengths import write_out
from casebook.site.room_decisions import room_files
from casebook.yamlfiles.project_files import text_inside, why_refused

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
UNUSED = re.compile(r"(assets/(javascripts/|stylesheets/|images/favicon)|style/)")


def is_unused(path: str) -> bool:
    """True for files of the theme that no page of ours loads."""
    return bool(UNUSED.match(path))


def every_asset(library: Library, site_url: str = "") -> Iterator[tuple[str, str]]:
    """The path and content of every style sheet, script and data file."""
    yield from bundles(library)
    yield from written(library, data_writers(library, site_url))


def bundles(library: Library) -> Iterator[tuple[str, str]]:
    """The path and content of every style sheet and script."""
    yield from written(library, style_writers(library))
    yield from script_files(library)


def bundle_paths() -> list[str]:
    """The paths that `bundles` gives; there are no scripts where nothing can bundle them."""
    return [*SHEETS, *(routes.script(entry.stem) for entry in entries())]


def style_writers(library: Library) -> Iterator[Writer[str]]:
    """The path of every style sheet, and how it is written."""
    for path, sheet in SHEETS.items():
        yield path, partial(_minified, library, sheet)


def script_files(library: Library) -> list[tuple[str, str]]:
    """The path and content of every script; none, while serving, where they cannot be bundled."""
    return attempt(library, routes.script("*"), lambda: scripts(kept=library.texts_kept)) or []


def data_writers(library: Library, site_url: str = "") -> Iterator[Writer[str]]:
    """The path of every data file, and how it is written."""
    yield from remembered_writers(library, site_url)
    yield from small_writers(library, site_url)


def remembered_writers(library: Library, site_url: str = "") -> Iterator[Writer[str]]:
    """The path of every data file that is taken from an earlier build where nothing has changed that it rests on, and
    how it is written. Those that hold something of every item come first.
    """
    for writers in (
        claim_scripts(library),
        session_scripts(library),
        list_files(library),
        data_files(library, site_url),
        map_files(library),
        room_files(library),
    ):
        for path, write in writers:
            yield path, partial(remembered, library, path, "", write)


def small_writers(library: Library, site_url: str = "") -> Iterator[Writer[str]]:
    """The path of what costs too little to be kept, and how it is written: the templates, and what
    stands beside drafts.
    """
    yield from _templates(library.root)
    if library.serving:
        yield from _beside_drafts(library, site_url)


def _minified(library: Library, sheet: Callable[[], str]) -> str:
    return minified(sheet(), kept=library.texts_kept)


def _templates(root: Path) -> Iterator[Writer[str]]:
    for kind, folder in FOLDER_OF.items():
        path = root / folder / "_template.yml"
        if path.exists():
            yield routes.data(f"{kind}-template.txt"), partial(text_inside, root, path)


def _beside_drafts(library: Library, site_url: str) -> Iterator[Writer[str]]:
    """What the pages of cases that are drafts or have problems lead to."""
    for slug, _ in unsound(library, CASES):
        opened = open_file(library, CASES, slug)
        if slug in opened.cases and is_shown(slug):
            yield from files_beside(opened, slug, site_url)


EVERY, TOOL, EXERCISE, ROOM, ACROSS, LISTS = "every", "tool", "exercise", "room", "across", "lists"
"""The sorts of components, by the pages that load their style."""
SORT_OF_GROUP = {"contribute": TOOL, "facilitate": TOOL, "exercise": EXERCISE, "room": ROOM}
SORT_OF_COMPONENT = {
    **dict.fromkeys(("case_compare", "case_library", "evidence_matrix", "policy_timeline"), ACROSS),
    "list_filter": LISTS,
    **dict.fromkeys(
        (
            "blank_back", "facilitator_sheet", "outcome_sheet", "participant_sheet", "room_page", "sheet_choice",
            "stop_page",
        ),
        TOOL,
    ),
}  # fmt: skip
"""What a component is whose group does not say it. All others are on pages to read."""


_TOKENS = folders.THEME / "style/tokens.css"


def style() -> str:
    """The style sheet of every page: tokens first, then the page, then each component, then print."""
    theme = _TOKENS.parent
    components = [path for path in folders.component_files(".css") if _sort_of(path) == EVERY]
    last = [theme / "paper.css", theme / "print.css"]
    [tokens] = _read([_TOKENS])
    return _shortened(
        write_out("\n".join([in_both_schemes(tokens), *_read([theme / "page.css", *components, *last])]), tokens)
    )


def tool_style(*sorts: str) -> str:
    """The style sheet of pages on which one works: fields, and the components of these sorts. What each says for paper
    stands with it; what holds for all paper is in the style sheet of every page.
    """
    components = [path for path in folders.component_files(".css") if _sort_of(path) in sorts]
    [tokens] = _read([_TOKENS])
    return _shortened(write_out("\n".join(_read([folders.THEME / "style/fields.css", *components])), tokens))


SHEETS: dict[str, Callable[[], str]] = {
    routes.STYLE: style,
    routes.TOOL_STYLE: partial(tool_style, TOOL, EXERCISE, LISTS),
    routes.ROOM_STYLE: partial(tool_style, TOOL, ROOM),
    routes.ACROSS_STYLE: partial(tool_style, ACROSS, LISTS),
}
"""The style sheets, and what joins each."""


def _sort_of(sheet: Path) -> str:
    """Which pages load the style of a component."""
    component = sheet.parent
    return SORT_OF_COMPONENT.get(component.name) or SORT_OF_GROUP.get(component.parent.name, EVERY)


def _read(sheets: Iterable[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sheets if not why_refused(folders.CODE_ROOT, path)]


def _shortened(sheet: str) -> str:
    """A style sheet without comments and empty lines."""
    return "\n".join(line.strip() for line in _COMMENT.sub("", sheet).splitlines() if line.strip()) + "\n"
