"""Sends one mutant through reading, checking and rendering, and says what fails."""

from __future__ import annotations

import contextlib
import html
import inspect
import io
import random
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook import loading, site
from casebook.assets import every_asset
from casebook.command import check
from casebook.contributing import in_block_style
from casebook.export import authored_page
from casebook.library import Library
from casebook.pages import Page, every_page
from casebook.prose import typographic
from casebook.reading import Unreadable, decode, read_text
from casebook.rendering import REGISTRY, Desk
from casebook.words import WORDS

from mutants.exports import faults_of_file
from mutants.limits import TooSlow, within
from mutants.making import Mutant
from mutants.markup import Fault, Parsed, faults_of_front_matter
from mutants.messages import faults_of_message
from mutants.placing import placed
from mutants.projects import REAL, Projects

SECONDS = 20
_WHOLE = [name for name, function in REGISTRY.items() if all(one.default is not one.empty for one in list(inspect.signature(function).parameters.values())[1:])]
"""The components that need no more than the library: a whole list, a matrix, a timeline."""
WHOLE = sorted(set(_WHOLE) - {"component_gallery", "macro_list", "module_list", "print_sheet", "search_box"})


@dataclass(frozen=True)
class Failure:
    """What a mutant showed: its kind, by which failures are counted, and the detail."""

    seed: int
    kind: str
    detail: str
    mutant: str

    def __str__(self) -> str:
        return f"{self.kind}\n    {self.detail}\n    {self.mutant}\n    again alone: make fuzz ONLY={self.seed}"


def try_mutant(projects: Projects, mutant: Mutant, seconds: float = SECONDS, every: bool = False) -> list[Failure]:
    """Puts a mutant into its project, sends it through, and takes it out again. With `every`, all pages are written, and not only those near it."""
    try:
        with placed(projects, mutant) as root, within(seconds):
            faults = list(dict.fromkeys(_faults(root, mutant, every)))
    except TooSlow as stop:
        faults = [("hang", f"{stop} in {_innermost(stop)}")]
    except Exception as stop:
        faults = [_crash("loading and checking", stop)]
    finally:
        site.serving = False
    return [Failure(mutant.seed, kind, detail, str(mutant)) for kind, detail in faults]


def _innermost(stop: BaseException) -> str:
    """The innermost place in the package where an exception was on its way."""
    frames = [frame for frame in traceback.extract_tb(stop.__traceback__) if "casebook" in frame.filename or frame.filename.endswith(".jinja")]
    return f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "no place of ours"


def _crash(during: str, stop: BaseException, of: str = "") -> Fault:
    return f"exception while {during}: {type(stop).__name__} in {_innermost(stop)}", f"{of} {str(stop)[:200]!r}".strip()


def _faults(root: Path, mutant: Mutant, every: bool) -> Iterator[Fault]:
    library = loading.load(root)
    for problem in library.problems:
        yield from faults_of_message(problem, root)
    yield from _faults_of_command(library)
    yield from _faults_of_silence(library, mutant)
    yield from _faults_of_format(mutant)
    site.serving = bool(library.errors)
    site._current[root.resolve()] = library
    pages = _guarded("listing pages", "", lambda: list(every_page(library, drafts=site.serving)))
    if WORDS in {problem.file for problem in library.errors} and "Unreadable" in str(pages):
        return  # no page can be written without words; that the file is named must do
    if isinstance(pages, list):
        yield from _faults_of_pages(library, mutant, _near(pages, mutant, every))
    else:
        yield pages
    yield from _faults_of_lists(library, mutant)
    yield from _faults_of_files(library)


def _guarded(during: str, of: str, work: Callable[[], object]) -> object:
    """What the work gives, or the fault that it ended in."""
    try:
        return work()
    except Exception as stop:
        return _crash(during, stop, of)


def _faults_of_command(library: Library) -> Iterator[Fault]:
    """What `casebook check` prints: a line for each problem, and one that counts."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        check(library, [])
    lines = said.getvalue().split("\n")[:-1]
    if len(lines) != len(library.problems) + 1:
        yield "check prints other lines than it has problems", f"{len(lines)} for {len(library.problems)}"


def _faults_of_silence(library: Library, mutant: Mutant) -> Iterator[Fault]:
    """A case or exercise that is left out says why; so does a file that nobody reads because of its name."""
    folder, _, name = mutant.file.partition("/")
    if folder not in ("cases", "exercises") or name.startswith(("_", ".")) or name.endswith((".txt", ".bak", "~")):
        return
    files, good = (library.case_files, library.cases) if folder == "cases" else (library.exercise_files, library.exercises)
    loaded, slug = files.get(name.removesuffix(".yml")), name.removesuffix(".yml")
    if slug not in good and not (loaded and loaded.is_draft) and not any(name in str(problem) for problem in library.problems):
        yield "a file is left out and nothing says why", mutant.file


def _faults_of_format(mutant: Mutant) -> Iterator[Fault]:
    """Setting a file in block style changes no value; asked of one in eight, because it is slow."""
    if mutant.seed % 8 or not mutant.file.startswith(("cases/", "exercises/")) or not mutant.file.endswith(".yml"):
        return
    try:
        text = decode(mutant.content)
        if read_text(in_block_style(text)).data != read_text(text).data:
            yield "fmt changes a value", mutant.file
    except Unreadable:
        return
    except Exception as stop:
        yield _crash("formatting", stop)


def _near(pages: list[Page], mutant: Mutant, every: bool) -> list[Page]:
    """All pages of the small project; of the real one the mutant's own and four others."""
    if every or mutant.project != REAL:
        return pages
    stem = mutant.file.removesuffix(".yml")
    own = [page for page in pages if page.path.startswith((f"{stem}.", f"{stem}/"))]
    return own + random.Random(mutant.seed).sample([page for page in pages if page not in own], 4)


def _faults_of_pages(library: Library, mutant: Mutant, pages: list[Page]) -> Iterator[Fault]:
    own = mutant.file.removesuffix(".yml").removesuffix(".md").removeprefix("docs/") + ".html"
    broken = [problem for problem in library.problems if problem.file == mutant.file]
    item = mutant.file.startswith(("cases/", "exercises/")) and mutant.file.endswith(".yml") and "/_" not in mutant.file
    if site.serving and broken and item and own not in [page.path for page in pages]:
        yield "a broken file has no page of its own", own
    for page in pages:
        text = _guarded("writing a page", page.path, lambda page=page: site.sheet_html(library, page) if page.kind == "sheet" else site.page_html(library, page))
        if not isinstance(text, str):
            yield text
            continue
        yield from faults_of_front_matter(page)
        parsed = Parsed(text)
        yield from ((kind, f"{page.path}: {detail}") for kind, detail in parsed.faults)
        if broken and page.path == own and not _holds(parsed, broken[0].message):
            changed = _holds(parsed, typographic(broken[0].message))
            yield f"a broken file's page {'says its first problem in other signs' if changed else 'does not say its first problem'}", f"{own}: {broken[0]}"
        if "page-trouble" in text and page.path != own:
            yield "a broken file reaches another page", f"{page.path}: {' '.join(' '.join(parsed.words).split())[:160]}"


def _holds(parsed: Parsed, message: str) -> bool:
    """True where the words of a page hold a message as it was typed."""
    return "".join(message.split()) in "".join("".join(parsed.words).split())


def _faults_of_lists(library: Library, mutant: Mutant) -> Iterator[Fault]:
    """The components that show the whole library, as pages written by hand call them, and such a page itself."""
    for name in WHOLE:
        text = _guarded("writing a list", name, lambda name=name: site.shown(library, "learn/x.html", lambda: str(REGISTRY[name](Desk(library, "learn/x.html")))))
        if not isinstance(text, str):
            yield text
            continue
        yield from ((kind, f"{name}: {detail}") for kind, detail in Parsed(text).faults)
        if "page-trouble" in text:
            yield "a broken file reaches another page", f"{name}: {html.unescape(text)[:200]!r}"
    if mutant.file.startswith("docs/") and mutant.file.endswith("-essay.md") and not site.serving:
        text = _guarded("writing an authored page", mutant.file, lambda: authored_page(library, mutant.file.removeprefix("docs/"), decode(mutant.content), ""))
        if not isinstance(text, str):
            yield text


def _faults_of_files(library: Library) -> Iterator[Fault]:
    """Every data file, and that no two have the same path."""
    files = _guarded("writing data files", "", lambda: list(every_asset(library)))
    if not isinstance(files, list):
        yield files
        return
    paths = [path for path, _ in files]
    yield from (("two files have one address", path) for path in sorted({path for path in paths if paths.count(path) > 1}))
    for path, text in files:
        yield from faults_of_file(path, text, library)
