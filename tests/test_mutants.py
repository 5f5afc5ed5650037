"""Sixty mutants in every run, and the harness catches what it is there to catch. At night: ten thousand."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import Markup

from casebook.checking import load as loading
from casebook.checking.load import load
from casebook.site.pages import Page
from casebook.validation.issues import Issue
from mutants import trying
from mutants.exports import entries_of_bibtex, faults_of_file
from mutants.making import CASE, Mutant, make_mutant
from mutants.markup import Parsed, faults_of_front_matter
from mutants.messages import faults_of_message
from mutants.projects import REAL, SMALL, Projects, build_projects
from mutants.running import run
from mutants.trying import Failure, try_mutant

BATCHES, IN_A_BATCH = 3, 20
SEED = 7_000_000
"""Another seed, another sixty; this one stays, so that a red test is red again tomorrow."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Projects:
    return build_projects(tmp_path_factory.mktemp("mutants"))


def unchanged(projects: Projects, project: str = SMALL, file: str = CASE) -> Mutant:
    """A mutant that is none."""
    return Mutant(-1, project, file, (projects.folder(project) / file).read_bytes(), "nothing", "nowhere")


def kinds(failures: list[Failure]) -> set[str]:
    return {failure.kind for failure in failures}


@pytest.mark.parametrize(("project", "file"), [(SMALL, CASE), (REAL, "cases/bare-case.yml")])
def test_both_projects_are_sound_before_anything_is_changed(projects: Projects, project: str, file: str) -> None:
    assert [str(issue) for issue in load(projects.folder(project)).issues] == []
    assert try_mutant(projects, unchanged(projects, project, file), every=True) == []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_sixty_mutants(root: Path, batch: int) -> None:
    """In a process of its own: what pytest itself holds in memory makes each of them slow."""
    words = [
        sys.executable,
        "-m",
        "mutants",
        "--count",
        str(IN_A_BATCH),
        "--seed",
        str(SEED + batch),
        "--processes",
        "1",
    ]
    settings = os.environ | {"PYTHONPATH": f"{root / 'tests'}{os.pathsep}{root / 'hooks'}"}
    run = subprocess.run(words, cwd=root, env=settings, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout
    assert f"{IN_A_BATCH} mutants: nothing failed." in run.stdout


DIGEST = """
import hashlib, sys
from pathlib import Path
from mutants.making import make_mutant
from mutants.projects import build_projects
projects = build_projects(Path(sys.argv[1]))
mutants = [make_mutant(projects, seed) for seed in range(30)]
print(hashlib.sha256(repr(mutants).encode()).hexdigest())
"""


def test_the_same_seed_gives_the_same_mutant_in_another_process(projects: Projects, tmp_path: Path) -> None:
    here = hashlib.sha256(repr([make_mutant(projects, seed) for seed in range(30)]).encode()).hexdigest()
    setting = os.environ | {"PYTHONPATH": str(Path(__file__).parent), "PYTHONHASHSEED": "77"}
    run = subprocess.run(
        [sys.executable, "-c", DIGEST, str(tmp_path)], env=setting, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == here


def test_every_sort_of_change_and_every_sort_of_file_comes_up(projects: Projects) -> None:
    mutants = [make_mutant(projects, seed) for seed in range(300)]
    assert {mutant.how.partition(" ")[0].rstrip(":") for mutant in mutants} == {"tree", "lines", "octets", "name"}
    assert {mutant.file.rpartition(".")[2] for mutant in mutants} >= {"yml", "md", "txt"}
    assert {mutant.file.partition("/")[0] for mutant in mutants} == {"cases", "exercises", "docs"}
    assert {mutant.project for mutant in mutants} == {SMALL, REAL}


def test_an_exception_while_loading_is_caught(projects: Projects, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise KeyError("planted")

    monkeypatch.setattr(loading, "load", broken)
    assert [
        kind
        for kind in kinds(try_mutant(projects, unchanged(projects)))
        if "exception while loading" in kind and "KeyError" in kind
    ]


def test_an_exception_while_a_page_is_written_is_caught(projects: Projects, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Markup:
        raise IndexError("planted")

    monkeypatch.setattr("casebook.site.pages.claim_page", broken)
    assert [
        kind
        for kind in kinds(try_mutant(projects, unchanged(projects)))
        if "exception while writing a page: IndexError" in kind
    ]


def test_a_hang_is_caught_by_its_processor_time(projects: Projects, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: Path) -> None:
        while True:
            pass

    monkeypatch.setattr(loading, "load", endless)
    assert kinds(try_mutant(projects, unchanged(projects), seconds=0.2)) == {"hang"}


def test_waiting_for_what_never_comes_is_caught_by_the_clock(projects: Projects) -> None:
    def waits(*_: object) -> None:
        with open(projects.small / "pipe"):
            pass

    os.mkfifo(projects.small / "pipe")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load", waits)
        assert kinds(try_mutant(projects, unchanged(projects), seconds=0.05)) == {"hang"}
    (projects.small / "pipe").unlink()


def _dies(_: Projects, seed: int, __: float) -> list[Failure]:
    if seed == 2:
        os._exit(3)
    return []


def test_a_process_that_dies_is_named_by_its_seed_and_the_others_go_on() -> None:
    ended = dict(run(range(5), processes=2, seconds=5, trial=_dies))
    assert sorted(ended) == [0, 1, 2, 3, 4]
    assert {seed for seed, failures in ended.items() if failures} == {2}
    assert kinds(ended[2]) == {"the process died"}


def said(message: str, line: int = 1, file: str = CASE) -> Issue:
    """A problem whose message was not made harmless, as a faulty program would print it."""
    issue = Issue(file, line, "", "")
    object.__setattr__(issue, "message", message)
    return issue


UNSEEN = ("\x1b", "\x00", "\t", "\u200b", "\u202e", "\u00ad", "\ud800", "\U000e0041", "\u3164", "\ufffe")
MESSAGES = {
    "message without a file and a line that exist": [
        said("is missing; add it", 0), said("is missing; add it", 9_999), said("is missing; add it", 1, ""),
        said("is missing; add it", 2, "cases/nobody.yml"),
    ],
    "message over several lines": [
        said("“a\nb” is not an id"), said("“a\u2028b” is not an id"),
    ],
    "message with raw control or invisible characters": [said(f"“a{sign}b” is not an id") for sign in UNSEEN],
    "message longer than 1000 characters": [said("x" * 1_100)],
    "message without words or with a remedy cut off": [
        said(" "), said("there is no theme “x”; choose from "), said("is wrong;"),
    ],
    "message in the words of the program": [said("KeyError: 'x'"), said("Input should be literal['a', 'b']")],
}  # fmt: skip


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_message_that_must_not_be_is_caught(projects: Projects, kind: str) -> None:
    for issue in MESSAGES[kind]:
        assert kind in {found for found, _ in faults_of_message(issue, projects.small)}, repr(issue)


@pytest.mark.parametrize(
    "words",
    [
        "“café – 20 %” is not an id",
        "“👩\u200d👩” is not an id; use lower-case letters",
        "“می\u200cخواهم” is no kind; choose from a, b",
    ],
)
def test_a_message_with_letters_of_any_script_is_none_to_blame(projects: Projects, words: str) -> None:
    assert list(faults_of_message(Issue(CASE, 3, "timeline, event 1", words), projects.small)) == []


MARKUP = {
    "foreign HTML lives in a page": [
        "<script>canary(1)</script>", "<img src=x onerror=canary(1)>", "<p onclick='x'>a</p>",
        "<x-canary>a</x-canary>", "<p data-canary=1>a</p>", "<a href=' JavaScript:x'>a</a>",
        "<!-- canary -->", "<a href='data:text/html,x'>a</a>",
    ],
    "a page loads from elsewhere": ["<script src='https://example.org/x.js'></script>", "<img src='//a.org/x.png'>"],
    "page whose elements do not close": ["<div><p>a</p>", "<div>a</section></div>", "<b><a href=x>a</b></a>"],
    "an id stands twice on a page": ["<p id=a>1</p><p id=a>2</p>"],
    "control or invisible characters in a page": ["<p>a\x08b</p>", "<p>a\u200bb</p>", "<p title='a\x1b'>b</p>"],
    "a block of data in a page is not JSON": ["<script type='application/json'>{a}</script>"],
}  # fmt: skip


@pytest.mark.parametrize("kind", MARKUP)
def test_markup_that_must_not_be_is_caught(kind: str) -> None:
    for text in MARKUP[kind]:
        assert kind in {found for found, _ in Parsed(text).faults}, text


def test_markup_as_we_write_it_is_none_to_blame() -> None:
    assert (
        Parsed("<ul><li>a<li>b</ul><p class=x>&lt;script&gt;<br><svg viewBox='0 0 1 1'><path d='M0 0'/></svg>").faults
        == []
    )


def test_a_script_in_a_page_is_caught_on_the_way_through(projects: Projects, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebook.site.pages.form_page", lambda *_, **__: Markup("<script>canary(1)</script>"))
    assert "foreign HTML lives in a page" in kinds(try_mutant(projects, unchanged(projects)))


class Careless(Page):
    """A page that sets its title as it came."""

    def front_matter(self) -> str:
        return f"---\ntitle: {self.title}\ndescription: x\nrender_macros: false\nkind: case\n---\n"


@pytest.mark.parametrize("title", ["a: b", '"', "<b>a</b>", "{{ 7 * 7 }}", "a\x08b", "1e3 # x"])
def test_front_matter_that_loses_something_is_caught(title: str) -> None:
    page = Careless("cases/x.html", title, "x", lambda _: Markup(""), "case")
    assert [kind for kind, _ in faults_of_front_matter(page) if kind.startswith("front matter")]


def test_data_files_that_must_not_be_are_caught(projects: Projects) -> None:
    library = load(projects.small)
    entry = "@misc{a,\n  title = {{A}},\n  doi = {10.1/x}}@misc{b,title={c}},\n}\n"
    assert len(entries_of_bibtex(entry)) == 2
    assert len(entries_of_bibtex("@misc{a,\n  title = {{A \\} @misc\\{ b}},\n}\n")) == 1
    for path, text, kind in (
        ("data/cite/a.bib", entry, "BibTeX with another number of entries"),
        ("data/cite/a.bib", "@misc{a,\n  title = {{A},\n}\n", "BibTeX with another number of entries"),
        ("data/cite/a.bib", "@misc{a,\n  title = {A},\n  file = {/etc/passwd},\n}\n", "BibTeX with foreign fields"),
        ("data/cite/a.bib", "@misc{a,\n  url = {\\input{x}},\n}\n", "BibTeX with a TeX command of a file"),
        ("data/cite/a.ris", "TY  - A\r\nER  - \r\nTY  - B\r\nER  - \r\n", "RIS with another number of entries"),
        ("data/cite/a.ris", "TY  - A\r\nloose\r\nER  - \r\n", "RIS with broken lines"),
        ("data/a.csv", "a,b\r\n=1+1,2\r\n", "a cell that a spreadsheet takes for a formula"),
        ("data/a.csv", "a,b\r\n1\r\n", "a table whose rows are of several lengths"),
        ("data/a.json", '{"a": 1', "a JSON file is not JSON"),
        ("data/a.js", '(window.casebook=window.casebook||[]).push(["a",{b}]);\n', "a script of data is not JSON"),
        ("data/a.json", '"a\u200bb"', "control or invisible characters in a data file"),
    ):  # fmt: skip
        assert kind in {found for found, _ in faults_of_file(path, text, library)}, text


def test_a_file_that_is_left_out_in_silence_is_caught(projects: Projects) -> None:
    before = load(projects.small)
    before.issues, before.item_files["cases"] = [], {}
    before.sound_items.clear()
    assert [kind for kind, _ in trying._faults_of_silence(before, unchanged(projects))] == [
        "a file is left out and nothing says why"
    ]
