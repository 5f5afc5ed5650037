"""What a library comes to: its pages, the components that show all of it, its data files."""

from __future__ import annotations

import html
import inspect
import random
from collections.abc import Iterator
from functools import partial

from casebook.core.attempts import written
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.site import writing
from casebook.site.assets import data_writers
from casebook.site.export import authored_page
from casebook.site.pages import Page, every_page
from casebook.text.markdown import typographic
from casebook.yamlfiles.parser import decode

try:
    from casebook.site.own_pages import every_served_page
except ImportError:
    every_served_page = partial(every_page, drafts=True)

from mutants.crashes import FieldIssue, guarded
from mutants.exports import faults_of_file
from mutants.making import Mutant
from mutants.markup import Parsed, faults_of_front_matter, read_markup
from mutants.projects import REAL

_WHOLE = [
    name
    for name, function in REGISTRY.items()
    if all(one.default is not one.empty for one in list(inspect.signature(function).parameters.values())[1:])
]
"""The components that need no more than the library: a whole list, a matrix, a timeline."""
WHOLE = sorted(set(_WHOLE) - {"component_gallery", "macro_list", "module_list", "print_sheet", "search_box"})


def faults_of_everything(library: Library, mutant: Mutant, every: bool) -> Iterator[FieldIssue]:
    """What is wrong with what a build would write, or a server where there are errors."""
    build = Build(library.root, serving=bool(library.errors))
    build.files_read = library.files_read
    build.kept_texts = None  # each mutant is written, whatever an earlier one looked like
    library = writing.refresh(build)
    pages = guarded("listing pages", "", lambda: list((every_served_page if build.serving else every_page)(library)))
    if isinstance(pages, list):
        yield from _faults_of_pages(build, mutant, _near(pages, mutant, every))
    else:
        yield pages
    yield from _faults_of_lists(build, mutant)
    yield from _faults_of_files(library)


def _near(pages: list[Page], mutant: Mutant, every: bool) -> list[Page]:
    """All pages of the small project; of the real one the mutant's own and four others."""
    if every or mutant.project != REAL:
        return pages
    stem = mutant.file.removesuffix(".yml")
    own = [page for page in pages if page.path.startswith((f"{stem}.", f"{stem}/"))]
    return own + random.Random(mutant.seed).sample([page for page in pages if page not in own], 4)


def _faults_of_pages(build: Build, mutant: Mutant, pages: list[Page]) -> Iterator[FieldIssue]:
    own, library = _own(mutant), build.library
    broken = [issue for issue in library.issues if issue.file == mutant.file]
    item = (
        mutant.file.startswith(("cases/", "exercises/"))
        and mutant.file.endswith(".yml")
        and "/_" not in mutant.file
        and mutant.file.count("/") == 1
    )
    if build.serving and broken and item and own not in [page.path for page in pages]:
        yield "a broken file has no page of its own", own
    for page in pages:
        text = guarded(
            "writing a page",
            page.path,
            lambda page=page: (
                writing.sheet_html(build, page) if page.kind == "sheet" else writing.page_html(build, page)
            ),
        )
        if not isinstance(text, str):
            yield text
            continue
        yield from faults_of_front_matter(page)
        parsed = read_markup(text)
        is_own = page.path == own or page.path.startswith(own.removesuffix("html").replace(".", "/"))
        for kind, detail in parsed.faults:
            if not (broken and is_own and kind == TWICE):  # an id that stands twice in a file is shown as it is
                yield kind, f"{page.path}: {detail}"
        if broken and page.path == own and not _holds(parsed, broken[0].message):
            changed = _holds(parsed, typographic(broken[0].message))
            how = "says its first problem in other signs" if changed else "does not say its first problem"
            yield f"a broken file's page {how}", f"{own}: {broken[0]}"
        if item and not is_own and _in_trouble(library, text, mutant, own):
            yield "a broken file reaches another page", page.path


def _own(mutant: Mutant) -> str:
    """The page of a mutant's file."""
    return mutant.file.removesuffix(".yml").removesuffix(".md").removeprefix("docs/") + ".html"


TWICE = "an id stands twice on a page"


def _in_trouble(library: Library, text: str, mutant: Mutant, own: str) -> bool:
    """True where a page says that a part of it cannot be shown, and neither names the file nor leads to its page."""
    return str(library.messages.t("site.trouble_title")) in text and own not in text and mutant.file not in text


def _holds(parsed: Parsed, message: str) -> bool:
    """True where the words of a page hold a message as it was typed."""
    return "".join(message.split()) in "".join("".join(parsed.words).split())


def _faults_of_lists(build: Build, mutant: Mutant) -> Iterator[FieldIssue]:
    """The components that show the whole library, as pages written by hand call them, and such a page itself."""
    library = build.library
    for name in WHOLE:
        text = guarded(
            "writing a list",
            name,
            lambda name=name: writing.shown(
                build, "learn/x.html", lambda: str(REGISTRY[name](PageContext(library, "learn/x.html")))
            ),
        )
        if not isinstance(text, str):
            yield text
            continue
        yield from ((kind, f"{name}: {detail}") for kind, detail in read_markup(text).faults)
        if mutant.file.startswith(("cases/", "exercises/")) and _in_trouble(library, text, mutant, _own(mutant)):
            yield "a broken file reaches another page", f"{name}: {html.unescape(text)[:200]!r}"
    if mutant.file.startswith("docs/") and mutant.file.endswith("-essay.md") and not build.serving:
        text = guarded(
            "writing an authored page",
            mutant.file,
            lambda: authored_page(build, mutant.file.removeprefix("docs/"), decode(mutant.content)),
        )
        if not isinstance(text, str):
            yield text


def _faults_of_files(library: Library) -> Iterator[FieldIssue]:
    """Every data file, and that no two have the same path."""
    files = guarded("writing data files", "", lambda: list(written(library, data_writers(library))))
    if not isinstance(files, list):
        yield files
        return
    paths = [path for path, _ in files]
    yield from (
        ("two files have one address", path) for path in sorted({path for path in paths if paths.count(path) > 1})
    )
    for path, text in files:
        yield from faults_of_file(path, text, library)
