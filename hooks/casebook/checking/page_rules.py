"""The rules of authored pages: known front matter, text, and literal calls of components.

And of what may lie in the folders of content: regular files with names that are addresses, and no link that leads out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import casebook.components  # noqa: F401  registers every component
from casebook.checking.called_ids import unknown_ids
from casebook.checking.facilitation_rules import check_written_page
from casebook.checking.files_beside import IDS
from casebook.checking.form_rules import check_form_of_today
from casebook.checking.passed import unless_passed
from casebook.core import routes
from casebook.core.addresses import why_not
from casebook.core.folders import SCRIPTS
from casebook.library.json_schema import PLACES
from casebook.library.library import LISTS, Library, known_sources, per_library
from casebook.library.reading import INDEX
from casebook.library.source_file import NO_PAGES, SourceFile, load_file
from casebook.render.context import REGISTRY
from casebook.schema.kinds import CLAIMS, FORMS, KINDS, MADE_PAGES, SESSIONS, WRITTEN_PAGES
from casebook.schema.reference_pages import AuthoredPage, Claim
from casebook.text.component_calls import Body, check_call, read_body
from casebook.text.markdown import citations
from casebook.text.page_html import foreign, foreign_in_prose
from casebook.text.suggestions import did_you_mean
from casebook.validation.issues import FieldIssue, Issue
from casebook.validation.text_fields import texts_in
from casebook.validation.vocabulary_rules import check_prose, unknown_sources
from casebook.wording.messages import WORDS
from casebook.yamlfiles.line_mistakes import MERGED, merge_mark_in_prose
from casebook.yamlfiles.parser import invisible_faults
from casebook.yamlfiles.project_files import LEADS_NOWHERE, is_leftover, why_refused

CONTENT = ("docs", "cases", "exercises")
READ = frozenset(
    (
        *LISTS,
        WORDS,
        IDS,
        *(f"{folder}/_template.yml" for folder in ("cases", "exercises")),
        *(f"{folder}/{name}" for _, folder, name in PLACES),
    )
)
"""The other files that are read, and named where they cannot be."""
OF_THEME = ("404",)
"""A page that the theme writes: one of docs/ would take its place."""
OF_MKDOCS = ("templates",)
"""A folder of docs/ that MkDocs leaves out of every site."""


def check_pages(library: Library) -> Iterator[Issue]:
    """Every problem of the pages that people write, and of what lies beside them."""
    for file, message in misplaced_in_content(library.root):
        yield Issue(file, 1, "", message)
    sheets, sources = dict(_sheets(library)), known_sources(library)
    for made in (library.item_files[kind.name] for kind in MADE_PAGES):
        for page in made.values():
            found = unless_passed(library, "prose", (page.body,), partial(_faults_of_prose, page.body))
            yield from (Issue(page.file, page.body_line + line - 1, "", message) for line, message in found)
    for kind in WRITTEN_PAGES:
        for id_, page in library.item_files[kind.name].items():
            yield from (page.issue(path, message) for path, message in check_written_page(kind, id_, page, library))
    for page in authored_pages(library):
        address = page.file.removeprefix("docs/").removesuffix(".md") + ".html"
        if address in sheets:
            yield Issue(
                page.file, 1, "", f"has the address of a sheet that is made from {sheets[address]}; choose another name"
            )
        yield from unfit(page, library)
        cited = bool(getattr(page.model, "cited", False))
        plain = (
            read_body(page.body).filled(lambda call: "\n" * call.written.count("\n"))
            if asks_for_calls(page)
            else page.body
        )
        for line, message in check_prose(plain, sources, page.body_line, cited):
            yield Issue(page.file, line, "", message)
    for claim in library.files_of(CLAIMS).values():
        for path, message in check_moment(claim.model) if claim.model else ():
            yield claim.issue(path, message)
    for form in library.files_of(FORMS).values():
        for path, message in check_form_of_today(form.model) if form.model else ():
            yield form.issue(path, message)
    for loaded in fields_with_citations(library):
        for written in texts_in(loaded.model) if loaded.model else ():
            yield from (loaded.issue(written.path, message) for message in unknown_sources(written.text, sources))


def _faults_of_prose(text: str) -> Iterator[tuple[int, str]]:
    """What may not stand in the text of a claim or a form: line (from 1) and message."""
    yield from spoilt_lines(text)
    yield from ((_line_of(word, text), message) for word, message in foreign_in_prose(text))


def check_moment(claim: Claim) -> Iterator[FieldIssue]:
    """The moment on a claim page names the case that it is taken from, or cites a source."""
    if claim.moment and not claim.moment.case and not citations(claim.moment.text):
        yield ("moment",), "cites nothing; name its case, or add [@source-id] to its text"


def fields_with_citations(library: Library) -> Iterator[SourceFile[Any]]:
    """The files whose texts may cite the bibliography by [@id] in their fields."""
    for pages in (library.item_files[kind.name] for kind in KINDS if kind.is_page):
        yield from (page for page in pages.values() if page.model)
    for name in ("glossary", "policy-dates", "words-of-today", "standards"):
        loaded = library.list_files.get(f"docs/learn/{name}.yml")
        if loaded and loaded.model:
            yield loaded


def authored_pages(library: Library) -> Iterator[SourceFile[Any]]:
    """The pages that people write.

    Claims and forms are made from data; sessions and methods have fields of their own.
    """
    own = {page.file: page for kind in WRITTEN_PAGES for page in library.item_files[kind.name].values()}
    made = {page.file for kind in MADE_PAGES for page in library.item_files[kind.name].values()}
    for path in page_files(library.root):
        file = path.relative_to(library.root).as_posix()
        if file not in made:
            yield own.get(file) or load_file(
                library.root, path, AuthoredPage, page=True, cache=library.files_read, kept=library.kept
            )


def checked_page(library: Library, file: str) -> SourceFile[Any] | None:
    """A page as it was checked: what is shown is what was read then, whatever MkDocs makes of the same file."""
    return _pages_by_file(library).get(file)


@per_library
def _pages_by_file(library: Library) -> dict[str, SourceFile[Any]]:
    return {page.file: page for page in authored_pages(library)}


def _sheets(library: Library) -> Iterator[tuple[str, str]]:
    """The address of each page of sheets that the site makes, and the file that it is made from."""
    for slug, case in library.case_files.items():
        for decision in case.model.decisions if case.model else ():
            yield routes.room(slug, decision.id), case.file
    for slug, exercise in library.exercise_files.items():
        if exercise.model:
            yield routes.exercise_paper(slug), exercise.file
    for id_, session in library.files_of(SESSIONS).items():
        yield routes.session_pack(id_), session.file


def page_files(root: Path) -> Iterator[Path]:
    """The Markdown files that are pages, also those that cannot be read: they are named where they are read."""
    for path in sorted((root / "docs").glob("**/*.md")):
        parts = path.relative_to(root / "docs").parts
        if parts[0] not in NO_PAGES and not any(is_leftover(part) for part in parts):
            yield path


def asks_for_calls(page: SourceFile[Any]) -> bool:
    """True where the calls of a page are filled in: sessions and methods say so by what they are, other pages in a
    field.
    """
    return bool(getattr(page.model, "render_macros", page.reading and page.reading.data.get("render_macros") is True))


def unfit(page: SourceFile[Any], library: Library) -> Iterator[Issue]:
    """Why a page cannot be shown: its front matter, something that is no literal call, or HTML of its own."""
    if isinstance(page.model, AuthoredPage) or not page.model:
        yield from (issue for issue in page.issues)
    if not page.reading:
        return
    for script in page.reading.data.get("scripts", []) if isinstance(page.model, AuthoredPage) else []:
        names = {path.stem for path in SCRIPTS.glob("*.ts")}
        if names and script not in names:
            yield page.issue(("scripts",), f"there is no script “{script}”{did_you_mean(script, names)}")
    calls = asks_for_calls(page)
    look = partial(faults_of_body, page.body, calls)
    for line, message in unless_passed(library, "body", (page.body, str(calls)), look):
        yield Issue(page.file, page.body_line + line - 1, "", message)
    for call in read_body(page.body).calls if asks_for_calls(page) else ():
        for message in unknown_ids(call, library, REGISTRY) if not check_call(call, REGISTRY) else ():
            yield Issue(page.file, page.body_line + call.line - 1, "", message)
    if not page.body.strip():
        yield Issue(page.file, page.body_line, "", "has no text below its front matter; write some")


def is_stray(library: Library, path: str) -> bool:
    """True for a file of docs/ that is refused, that an editor left, or that lies in such a folder: it is never
    published.
    """
    parts = Path("docs", path).parts
    if any(is_leftover(part) for part in parts):
        return True
    return any("/".join(parts[:length]) in _stray_names(library) for length in range(2, len(parts) + 1))


@per_library
def _stray_names(library: Library) -> frozenset[str]:
    return frozenset(file for file, _ in misplaced_in_content(library.root))


def faults_of_body(text: str, calls: bool) -> Iterator[tuple[int, str]]:
    """What may not stand in the text of a page: line (from 1) and message. `calls`: the page asks for its macros."""
    yield from spoilt_lines(text)
    body = read_body(text) if calls else Body([text])
    yield from body.faults
    for call in body.calls:
        wrong = check_call(call, REGISTRY)
        if wrong:
            yield call.line, wrong
    plain = body.filled(lambda call: "⟦⟧" + "\n" * call.written.count("\n"))
    for word, message in () if body.faults else foreign(plain):
        yield _line_of(word, plain), message


def spoilt_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines (from 1) with marks of a merge, or with what nobody can see, and what is wrong with them."""
    merged = merge_mark_in_prose(text)
    if merged:
        yield merged, MERGED
    yield from invisible_faults(text)


def _line_of(word: str, text: str) -> int:
    """The first line that holds a word, whatever its case; the first line of all where none does."""
    at = text.lower().find(word.lower())
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def misplaced_in_content(root: Path) -> Iterator[tuple[str, str]]:
    """What lies in the folders of content and is none: links, and what would be published as it is.

    File and message.
    """
    for top in CONTENT:
        for folder, folders, files in os.walk(root / top):
            here = Path(folder)
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            is_code = top == "docs" and here.relative_to(root / top).parts[:1] in [(name,) for name in NO_PAGES]
            for name in sorted([*folders, *(name for name in files if not name.startswith("."))]):
                if _is_read(root, here / name):
                    continue
                wrong = _wrong_link(here / name, root / top)
                if top == "docs" and not is_code:
                    wrong = wrong or _wrong_name(here / name, here == root / top)
                if wrong:
                    yield (here / name).relative_to(root).as_posix(), wrong


def _is_read(root: Path, path: Path) -> bool:
    """True for what is refused where it is read, and named there: pages, lists, words, cases and exercises."""
    top, *folders, name = path.relative_to(root).parts
    file = "/".join((top, *folders, name))
    if file in READ:
        return why_refused(root, path) is not None and (path.exists() or not name.endswith(".json"))
    if any(is_leftover(part) for part in (*folders, name)):
        return False
    if top == "docs":
        is_read = name.endswith(".md") and (*folders, name)[0] not in NO_PAGES
    elif path.is_dir():
        is_read = not folders and name.endswith(".yml")
    else:  # what is no case and no exercise is named for its ending or its folder
        is_read = not name.upper().startswith("README")
    return is_read and why_refused(root, path) is not None


def _wrong_link(path: Path, top: Path) -> str:
    if not path.is_symlink():
        return ""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return LEADS_NOWHERE
    if not target.is_relative_to(top.resolve()):
        return (
            f"is a link that leads out of {top.name}/; put the file itself here, where a reviewer sees what is "
            f"published"
        )
    return "is a link; put the file itself here" if target.is_dir() or path.suffix == ".md" else ""


def _wrong_name(path: Path, is_top: bool) -> str:
    if path.is_dir():
        return "" if is_top and path.name in NO_PAGES else _wrong_address(path.name, is_top, OF_MKDOCS)
    if path.suffix in (".md", ".yml"):
        return _wrong_address(path.name.removesuffix(path.suffix), is_top and path.suffix == ".md", OF_THEME)
    return (
        "is neither a page (.md) nor a list (.yml), and would be published as it is; delete it, or move it out of docs/"
    )


def _wrong_address(name: str, is_top: bool, taken: Iterable[str]) -> str:
    if is_top and name in taken:
        return "has a name that MkDocs keeps for itself; choose another"
    return "" if name == INDEX else why_not(name) or ""
