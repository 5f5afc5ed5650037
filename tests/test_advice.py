"""What would be better told otherwise in a case: the check says so, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from broken_files import ADVISED, BROKEN, BrokenFile
from casebook.checking.load import load
from casebook.checking.validate import every_advice
from casebook.cli.main import main
from casebook.validation.case_advice import PHRASES


def advice(project: Path) -> list[str]:
    return [str(issue) for issue in every_advice(load(project))]


def put(project: Path, old: str, new: str) -> None:
    """Changes the good case; the text must be in it once."""
    case = project / "cases/harbour.yml"
    text = case.read_text(encoding="utf-8")
    assert text.count(old) == 1
    case.write_text(text.replace(old, new), encoding="utf-8")


def in_place_of_the_good_case(project: Path, advised: BrokenFile) -> str:
    """Puts a changed case there, so that it is no copy; returns what must be said of it."""
    (project / "cases/harbour.yml").write_bytes(advised.content)
    return f"cases/harbour.yml:{advised.line}: {advised.message}"


def test_the_good_case_needs_no_advice(small_project: Path) -> None:
    assert advice(small_project) == []


@pytest.mark.parametrize("advised", ADVISED.values(), ids=ADVISED.keys())
def test_each_is_named_with_a_better_way_and_is_no_problem(advised: BrokenFile, small_project: Path) -> None:
    expected = in_place_of_the_good_case(small_project, advised)
    assert advice(small_project) == [expected]
    assert load(small_project).issues == []


def test_there_is_an_example_of_each_phrase() -> None:
    said = " ".join(one.message for one in ADVISED.values()).lower()
    assert [phrase for phrase in PHRASES if f"“{phrase}”" not in said] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Eight shores", "title: Title not seen, by its own account"),
        ("read: whole", "read: whole\n    note: Its second part was not seen."),
        ("  - What the patients said.", "  - Whether unseen things are told."),
    ],
    ids=["title", "note", "other words"],
)
def test_what_is_said_of_a_source_may_say_what_was_seen_of_it(old: str, new: str, small_project: Path) -> None:
    put(small_project, old, new)
    assert advice(small_project) == []


@pytest.mark.parametrize(
    ("when", "rest"),
    [
        ("2017-03", "text: Eight members signed.\n    sources: [report-2017]"),
        ("2017~", "text: Eight members signed.\n    sources: [report-2017]"),
        ("2015/2017", "text: Eight members signed.\n    sources: [report-2017]"),
        ("2016", "text: Eight members signed.\n    sources: [report-2017]"),
        ("2017", "text: In spring 2017 eight members signed.\n    sources: [report-2017]"),
        ("2017", "text: Eight members signed.\n    sources: [report-2017, minutes-2019]"),
        ("2017", "text: Eight members signed.\n    judgement: true"),
    ],
    ids=["a month", "about", "a span", "another year", "the year in the text", "two sources", "no source"],
)
def test_an_event_that_has_a_date_of_its_own_needs_no_advice(when: str, rest: str, small_project: Path) -> None:
    put(
        small_project,
        "when: 2016-03\n    text: Eight members signed.\n    sources: [report-2017]",
        f"when: {when}\n    {rest}",
    )
    assert load(small_project).issues == []
    assert advice(small_project) == []


def test_an_event_that_cites_one_source_twice_has_one(small_project: Path) -> None:
    twice = "sources: [{source: report-2017, at: p. 1}, {source: report-2017, at: p. 9}]"
    put(
        small_project,
        "when: 2016-03\n    text: Eight members signed.\n    sources: [report-2017]",
        f"when: 2017\n    text: Eight members signed.\n    {twice}",
    )
    assert len(advice(small_project)) == 1


@pytest.mark.parametrize("told", ["text: In the 1990s they went through errors.", "when: 2018\n    text: They met."])
def test_a_finding_with_a_year_or_a_when_needs_no_advice(told: str, small_project: Path) -> None:
    put(small_project, "text: On Tuesdays of 2018 they went through one error each.", told)
    assert advice(small_project) == []


def test_the_check_names_it_before_the_problems_counts_it_and_succeeds(small_project, monkeypatch, capsys):
    monkeypatch.chdir(small_project)
    expected = in_place_of_the_good_case(small_project, ADVISED["own-account"])
    (small_project / BROKEN["mode-near-miss"].place).write_bytes(BROKEN["mode-near-miss"].content)
    assert main(["check", "harbour"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == expected
    assert said[-1].endswith("in the file that you named: no problems, and 1 warning.")
    assert main(["check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:-1] == [expected, BROKEN["mode-near-miss"].expected]
    assert said[-1].endswith("; 1 problem, and 1 warning.")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=cases/harbour.yml,line=")
