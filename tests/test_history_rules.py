"""What a file says was done was done: days that lie ahead, readings by the author and empty corrections are named."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from casebook.checking import history_rules
from casebook.checking.history_rules import today as real_today
from casebook.checking.load import load

DAY = datetime.date(2026, 12, 1)


def said(project: Path, old: str, new: str, file: str = "cases/harbour.yml") -> list[str]:
    """What is said of a file of the small project after one change."""
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [issue.message for issue in load(project).issues]


@pytest.fixture(autouse=True)
def settled_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_rules, "today", lambda: DAY)


@pytest.mark.parametrize(
    "day", ["2026-12-02", "2027", "2027-01", "2026-12-02~", "2026-11-01/2027-01-05", "2026-11-01/..", "2099-01-01"]
)
def test_a_reading_in_the_future_is_named(small_project, day):
    found = said(small_project, "on: 2026-11-01", f"on: {day}")
    assert found == [
        f"“{day}” is in the future; write the day on which the case was read, or delete this reading until it has "
        f"been done"
    ]


@pytest.mark.parametrize("day", ["2026-12-01", "2026-12", "2026", "2026-11-01/2026-12-01", "2019-06"])
def test_a_reading_that_is_over_may_stand(small_project, day):
    assert said(small_project, "on: 2026-11-01", f"on: {day}") == []


def test_a_day_that_is_past_stays_past(small_project, monkeypatch):
    for day in (datetime.date(2026, 11, 1), datetime.date(2027, 1, 1), datetime.date(9999, 12, 31)):
        monkeypatch.setattr(history_rules, "today", lambda day=day: day)
        assert load(small_project).issues == []


def test_today_is_the_day_where_it_is_latest():
    assert 0 <= (real_today() - datetime.datetime.now(datetime.UTC).date()).days <= 1


@pytest.mark.parametrize("name", ["An example", "an example", " An  example.", "“An example”"])
def test_a_reading_by_the_author_is_none(small_project, name):
    found = said(small_project, "by: second reader", f"by: '{name}'")
    assert found == [
        (
            f"“{name.strip()}” is also under written_by; write who else has read the case, "
            "or delete this reading until somebody else has read it"
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-20",
        "2026-11-20: done.",
        "Corrected",
        "The year was put right.",
        "In the spring the year was put right.",
    ],
)
def test_a_correction_without_its_day_or_its_words_is_named(small_project, words):
    found = said(small_project, "again_by: 2028", f'again_by: 2028\nerratum: "{words}"')
    assert found == [
        (
            "does not say what was put right and when; write the day and what was put right, such as: "
            "2018-11-20, the year of the merger was put right"
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2026-12-24: the year was put right.",
        "24 December 2026: the year was put right.",
        "In January 2027 the year was put right.",
    ],
)
def test_a_correction_in_the_future_is_named(small_project, words):
    assert said(small_project, "again_by: 2028", f'again_by: 2028\nerratum: "{words}"') == [
        "names a day in the future; write the day on which it was put right"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-29: the year was put right.",
        "29 November 2026: the year was put right.",
        "November 2026, the name of the council",
    ],
)
def test_a_correction_with_its_day_and_its_words_may_stand(small_project, words):
    assert said(small_project, "again_by: 2028", f'again_by: 2028\nerratum: "{words}"') == []


def test_a_finding_whose_text_changed_says_why(small_project):
    finding = "reading: Learning stood on the agenda."
    assert said(small_project, finding, f"{finding}\n    erratum: Changed") == [
        "does not say what was put right; write in a sentence what was changed and why"
    ]
    assert said(small_project, "erratum: Changed", "erratum: The minutes name Tuesdays, not Mondays.") == []


def test_a_source_that_has_not_appeared_is_named(small_project):
    assert said(small_project, "year: 2019", "year: 2027") == []
    assert said(small_project, "year: 2027", "year: 2028") == [
        "“2028” is in the future; write the year in which the source appeared, or delete the line"
    ]


def test_a_weighing_in_the_future_is_named(small_project):
    page = sorted((small_project / "docs/learn/claims").glob("*.md"))[0].relative_to(small_project).as_posix()
    assert said(small_project, "---\n", "---\ntogether_on: 2026-12-02\n", page) == [
        "“2026-12-02” is in the future; write the day on which it was written"
    ]
