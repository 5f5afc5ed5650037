"""What a server does differently from a build: it leaves out what it cannot read, and shows problems on their pages."""

from __future__ import annotations

import logging
from pathlib import Path

from markupsafe import escape

from casebook.components.contribute.draft_list.draft_list import draft_list
from casebook.components.contribute.problem_panel.problem_panel import problem_panel
from casebook.core.opened_files import unfinished
from casebook.library.library import Library, per_library
from casebook.render.context import PageContext
from casebook.schema.kinds import MADE
from casebook.text.markdown import in_attribute
from casebook.validation.issues import Issue
from casebook.yamlfiles.parser import SourceFileError, front_matter
from casebook.yamlfiles.project_files import text_inside, why_refused

LISTING = ("cases.md", "exercises.md")
log = logging.getLogger("mkdocs.casebook")


def in_place_of(library: Library, source: str, path: str) -> str | None:
    """What takes the place of a file of docs/; None where it stays as it is.

    Nothing ("") for what cannot be read, and for a page with problems its text without macros.
    """
    reason = why_refused(library.root, Path(path))
    if reason:
        _say_once(library, Path(path), reason)
        return ""
    if not source.endswith(".md") or (f"docs/{source}" not in _issues_by_file(library) and _is_text(library, path)):
        return None
    return _without_macros(library, source, path)


def _say_once(library: Library, path: Path, reason: str) -> None:
    """Says what is left out; of a folder that is a link, only the folder."""
    docs = library.root / "docs"
    link = next(
        (
            parent
            for parent in reversed((path, *path.parents))
            if parent.is_symlink() and parent != docs and docs in parent.parents
        ),
        path,
    )
    said = library.memory.setdefault(log, {})
    if link not in said:
        said[link] = True
        log.error(
            "%s is left out: it %s",
            link.relative_to(library.root).as_posix() if link.is_relative_to(library.root) else link,
            reason,
        )


@per_library
def _issues_by_file(library: Library) -> dict[str, list[Issue]]:
    found: dict[str, list[Issue]] = {}
    for issue in library.issues:
        found.setdefault(issue.file, []).append(issue)
    return found


def _is_text(library: Library, path: str) -> bool:
    try:
        text_inside(library.root, Path(path))
    except SourceFileError:
        return False
    return True


def _without_macros(library: Library, source: str, path: str) -> str:
    """A page with problems as Markdown alone: its front matter may be wrong, and its macros may rest on that."""
    try:
        _, body = front_matter(text_inside(library.root, Path(path)))
    except SourceFileError:
        body = ""
    return f'---\ntitle: "{in_attribute(source)}"\nrender_macros: false\n---\n{body}'


def said(library: Library, source: str) -> str:
    """What a page written by hand rests on besides the items that it asks for: its text, its problems, and what is
    listed above it.
    """
    try:
        text = text_inside(library.root, library.root / "docs" / source)
    except SourceFileError as stop:
        text = stop.message
    listed = unfinished(library) if source in LISTING else []
    return repr((text, _issues_by_file(library).get(f"docs/{source}"), listed))


def with_heading(html: str, title: str) -> str:
    """The page below its title, where the component that gives its heading could not be shown."""
    return html if "<h1" in html else f"<h1>{escape(title)}</h1>\n{html}"


def notes_above(ctx: PageContext, source: str) -> str:
    """What is shown above a page written by hand: its problems; above the cases and the exercises the drafts too."""
    file = f"docs/{source}"
    own = {loaded.file for kind in MADE for loaded in ctx.library.item_files[kind.name].values()}
    panel = str(problem_panel(ctx, file)) if file in _issues_by_file(ctx.library) and file not in own else ""
    listed = source in LISTING and unfinished(ctx.library)
    return panel + (str(draft_list(ctx)) if listed else "")
