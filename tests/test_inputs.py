"""Files that people really wrote, or could have written, and that once got a wrong answer: each is answered rightly.

The answer is held by the file that the first message names, its line, and words without which it would not help;
the sentences may change.
Answer files, records and maps are judged where they are read, in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.library.source_file import FileCache
from casebook.site.writing import page_html, refresh
from casebook.yamlfiles.formatter import in_block_style
from casebook.yamlfiles.parser import read_text
from mutants.limits import within
from mutants.making import Mutant
from mutants.markup import Parsed
from mutants.placing import placed
from mutants.projects import REAL, SMALL, Projects, build_projects
from mutants.rendered import every_served_page
from mutants.trying import try_mutant

INPUTS = Path(__file__).parent / "inputs"
THE_OTHERS: dict[Path, FileCache] = {}
"""What was read of each project, so that only the file of a test is read anew."""


@dataclass(frozen=True)
class Input:
    """A file, where it is put, and the right answer: the line of its first message (or any), a pattern of its words."""

    file: str
    place: str
    line: int
    words: str
    project: str = REAL
    first: bool = True


ANSWERS = (
    # A control character in a value strips the page of its head; in a message it clears the reader's screen.
    Input("attack/control-escape.yml", "cases/control-escape.yml", 2, r"U\+0008|backspace"),
    Input("attack/terminal-escape.yml", "cases/terminal-escape.yml", 4, r"U\+001B|escape"),
    # Dates with which nothing can be drawn.
    Input("attack/year-1201.yml", "cases/year-1201.yml", 5, "1201"),
    Input("attack/year-9999.yml", "cases/year-9999.yml", 5, "9999"),
    Input("attack/policy-dates-9999.yml", "docs/learn/policy-dates.yml", 2, "9999"),
    # Ids that meet a key of ours, or a name that every object of the language has.
    Input("attack/part-named-lengths.yml", "exercises/part-named-lengths.yml", 17, "“lengths”"),
    Input("attack/part-named-constructor.yml", "exercises/part-named-constructor.yml", 17, "“constructor”"),
    Input("attack/part-exercise-prompt-data.yml", "exercises/prompt-data.yml", 17, "“exercise|“data”"),
    # Braces in an address or a DOI forge an entry of the bibliography.
    Input("attack/bibtex-doi-url.yml", "cases/bibtex-doi-url.yml", 24, "https://x.example|url", first=False),
    Input("attack/bibtex-doi-url.yml", "cases/bibtex-doi-url.yml", 25, "10.1/x|DOI|doi", first=False),
    # Files beside the items, damaged.
    Input("attack/words-key-missing_en.yml", "docs/messages/en.yml", 1, "missing|no words|needs"),
    Input("attack/ids-not-utf8.txt", "exercises/ids.txt", 1, "UTF-8"),
    Input("attack/template-broken_template.yml", "cases/_template.yml", 2, r"\[|closed"),
    Input("attack/template-broken_template.yml", "exercises/_template.yml", 2, r"\[|closed"),
    Input("attack/saved-as.yaml", "cases/saved-as.yaml", 1, r"\.yml"),
    # A page is content, not code.
    Input("attack/macro-runs-a-command.md", "docs/about/runs-a-command.md", 7, "component|macro|brace|{{", first=False),
    # An id twice in the bibliography; a vocabulary mistake is one message and not thousands.
    Input("vocabulary-cascade/vocabulary.yml", "docs/learn/vocabulary.yml", 22, "shape"),
    # What YAML says of these is true of another line.
    Input("colon-without-space/title.yml", "cases/title.yml", 2, "space after the colon", SMALL),
    Input("colon-without-space/bracket.yml", "cases/bracket.yml", 2, r"\[.*quotes", SMALL),
    Input("nbsp-indent/nbsp-indent.yml", "cases/nbsp-indent.yml", 70, r"U\+00A0|hard space", SMALL),
    Input("nbsp-indent/nbsp-after-colon.yml", "cases/nbsp-after-colon.yml", 2, r"U\+00A0|hard space", SMALL),
    Input("nbsp-indent/bullet.yml", "cases/bullet.yml", 15, "•|bullet", SMALL),
    Input("docx-as-yml/word.yml", "cases/word.yml", 1, "Word", SMALL),
    # Dates as people write them; the remedy is the date itself.
    Input("financial-year/financial-year.yml", "cases/financial-year.yml", 76, "2015/16.*2015-04/2016-03", SMALL),
    Input("financial-year/english-date.yml", "cases/english-date.yml", 76, "20/03/2016.*2016-03-20", SMALL),
    # Letters that nobody sees, and that no search finds.
    Input("invisible-letters/soft-hyphen.yml", "cases/soft-hyphen.yml", 2, r"U\+00AD|soft hyphen", SMALL),
    Input("invisible-letters/soft-hyphen.yml", "cases/soft-hyphen.yml", 3, r"U\+200B|zero-width", SMALL, first=False),
    Input("invisible-letters/url.yml", "cases/url.yml", 154, r"U\+200B|zero-width", SMALL, first=False),
)  # fmt: skip
# The last two are names of data files; an exercise has none of its own.
RESERVED = (
    "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)), "index",
    "endings", "exercises",
)  # fmt: skip
EVERY = sorted({(one.file, one.place, one.project) for one in ANSWERS})


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Projects:
    return build_projects(tmp_path_factory.mktemp("inputs"))


def as_mutant(file: str, place: str, project: str, content: bytes = b"") -> Mutant:
    return Mutant(-1, project, place, content or (INPUTS / file).read_bytes(), "an input", file)


@contextmanager
def put(projects: Projects, mutant: Mutant) -> Iterator[Library]:
    """The library with a file in its place; the other files are read once for all tests."""
    with placed(projects, mutant) as root:
        yield load(root, THE_OTHERS.setdefault(root, {}))


@contextmanager
def served(projects: Projects, mutant: Mutant) -> Iterator[dict[str, str]]:
    """The HTML of every page near a file, as it is served."""
    with placed(projects, mutant) as root:
        build = Build(root, serving=True)
        pages = [page for page in every_served_page(refresh(build)) if page.kind != "sheet"]
        yield {page.path: page_html(build, page) for page in pages if Path(mutant.file).stem in page.path}


@pytest.mark.parametrize("given", ANSWERS, ids=lambda given: f"{given.place}:{given.line}")
def test_it_is_answered_with_file_line_and_the_thing_itself(projects: Projects, given: Input) -> None:
    with put(projects, as_mutant(given.file, given.place, given.project)) as library:
        said = [issue for issue in library.issues if issue.file == given.place]
    answers = [issue for issue in (said[:1] if given.first else said) if issue.line == given.line]
    assert [issue for issue in answers if re.search(given.words, str(issue))], [str(issue) for issue in said]


@pytest.mark.parametrize(("file", "place", "project"), EVERY, ids=[place for _, place, _ in EVERY])
def test_nothing_breaks_by_it_and_no_message_is_out_of_order(
    projects: Projects, file: str, place: str, project: str
) -> None:
    failures = try_mutant(projects, as_mutant(file, place, project))
    assert failures == [], "\n".join(str(failure) for failure in failures)


@pytest.mark.parametrize(
    ("folder", "name"), [("cases", name) for name in RESERVED] + [("exercises", name) for name in RESERVED[:-2]]
)
def test_a_name_that_windows_or_the_site_keeps_for_itself_is_refused(
    projects: Projects, folder: str, name: str
) -> None:
    file = "harbour-check.yml" if folder == "exercises" else "harbour.yml"
    mutant = as_mutant("", f"{folder}/{name}.yml", SMALL, (projects.small / folder / file).read_bytes())
    with put(projects, mutant) as library:
        said = [issue for issue in library.issues if issue.file == mutant.file]
    assert said
    assert said[0].line == 1
    assert "name" in said[0].message


def test_a_thousand_misspelt_citations_are_answered_without_a_hang(projects: Projects) -> None:
    mutant = as_mutant("attack/slow-did-you-mean.yml", "cases/slow-did-you-mean.yml", REAL)
    read = THE_OTHERS.setdefault(projects.real, {})
    load(projects.real, read)
    with placed(projects, mutant) as root, within(5):
        said = [issue for issue in load(root, read).issues if issue.file == mutant.file]
    assert said


def test_an_id_twice_in_the_bibliography_is_named(projects: Projects) -> None:
    place = "docs/learn/bibliography.yml"
    before = (projects.real / place).read_bytes()
    added = (INPUTS / "bibliography-twice/append-to-bibliography.yml").read_bytes()
    with put(projects, as_mutant("", place, REAL, before + added)) as library:
        said = [issue for issue in library.issues if issue.file == place]
    assert [issue.line for issue in said[:1]] == [before.count(b"\n") + 1]
    assert re.search("“hsc-2019” is used twice", said[0].message)


def test_a_vocabulary_mistake_is_one_message_printed_first(projects: Projects) -> None:
    with put(projects, as_mutant("vocabulary-cascade/vocabulary.yml", "docs/learn/vocabulary.yml", REAL)) as library:
        assert [issue.file for issue in library.issues] == ["docs/learn/vocabulary.yml"]


def lines_with(text: str, words: str) -> list[int]:
    """The lines on which words stand, from 1."""
    return [number for number, line in enumerate(text.splitlines(), 1) if words in line]


LEFT = (
    "erratum: Delete this",
    "text: Delete this",
    "https://example.org/annual-report",
    "10.1000/example",
    "- on: 2026-01-15",
    "- family: Surname",
)


@pytest.mark.parametrize("left", LEFT)
def test_what_a_finished_case_kept_of_its_template_is_named(projects: Projects, left: str) -> None:
    mutant = as_mutant("template-left/placeholder-left.yml", "cases/placeholder-left.yml", REAL)
    text = mutant.content.decode()
    with put(projects, mutant) as library:
        said = [issue.line for issue in library.errors if issue.file == mutant.file]
    assert lines_with(text, left)
    for line in lines_with(text, left):
        assert any(line - 4 <= at <= line + 3 for at in said), f"line {line} is not named; named are {said}"


def test_a_file_with_a_mark_at_its_beginning_is_set_in_block_style(projects: Projects) -> None:
    text = (INPUTS / "bom-fmt/bom.yml").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert read_text(in_block_style(text)).data == read_text(text).data
    with put(projects, as_mutant("bom-fmt/bom.yml", "cases/bom.yml", SMALL)) as library:
        assert [issue for issue in library.issues if issue.file == "cases/bom.yml"] == []


@pytest.mark.parametrize("file", ["agreements-must-bind.md", "dash-space.md"])
def test_a_page_that_begins_with_a_mark_or_a_space_is_read_or_it_is_named(projects: Projects, file: str) -> None:
    place = f"docs/learn/claims/{file}"
    with put(projects, as_mutant(f"page-bom/{file}", place, REAL)) as library:
        said = [str(issue) for issue in library.issues if issue.file == place]
    assert not said or re.search("mark|BOM|space after ---", said[0])


def test_the_page_of_a_draft_says_its_problems_and_shows_what_can_be_shown(projects: Projects) -> None:
    mutant = as_mutant("draft-page-blank/one-board-or-two.yml", "cases/one-board-or-two.yml", REAL)
    with put(projects, mutant) as library:
        said = [issue.message for issue in library.issues if issue.file == mutant.file]
    with served(projects, mutant) as pages:
        words = "".join(" ".join(Parsed(pages["cases/one-board-or-two.html"]).words).split())
    assert len(said) >= 5
    assert [message for message in said if "".join(message.split()) not in words] == []
    assert "Thegovernmentannouncedoneboardforbothareas" in words
    assert "Thispartcannotbeshown" not in words


def test_the_panel_on_a_page_says_a_hyphen_where_a_hyphen_must_be_typed(projects: Projects) -> None:
    mutant = as_mutant("broken-panel-dash/text-where-list.yml", "cases/text-where-list.yml", SMALL)
    with served(projects, mutant) as pages:
        words = " ".join(Parsed(pages["cases/text-where-list.html"]).words)
    assert "begin each entry with - on a line of its own" in words


def test_no_title_of_a_source_is_shown_before_the_choice(projects: Projects) -> None:
    mutant = as_mutant("title-gives-away/smallest.yml", "cases/smallest.yml", REAL)
    with put(projects, mutant) as library:
        asked = [issue for issue in library.issues if issue.file == mutant.file and "authors" in issue.message]
    with served(projects, mutant) as pages:
        before = {path: text.partition("<what-happened")[0] for path, text in pages.items()}
    shown = [path for path, text in before.items() if "Both boards agreed a full merger" in text]
    assert "cases/smallest.html" in pages
    assert asked or not shown, "no title is shown before the choice, or the check asks who wrote it"


def test_what_was_put_right_after_publication_is_on_the_page(projects: Projects) -> None:
    case = (projects.small / "cases/harbour.yml").read_bytes() + (
        b"changes:\n  - when: 2026-11-29\n    kind: corrected\n    text: The year was put right.\n"
        b"    why: The minutes name another year.\n"
    )
    with served(projects, as_mutant("", "cases/harbour.yml", SMALL, case)) as pages:
        assert "The year was put right." in pages["cases/harbour.html"]
        assert "The minutes name another year." in pages["cases/harbour.html"]
