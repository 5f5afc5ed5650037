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


CHANGED = """again_by: 2028
changes:
  - when: 2026-11-01
    kind: new
  - when: 2026-11-20
    kind: corrected
    text: The year of the merger was put right.
    why: The minutes name the year before.
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("when: 2026-11-20", "when: 2026-11", "change 2, when: “2026-11” is no day; write the day, such as 2018-11-20"),
        (
            "when: 2026-11-20",
            "when: 2026-11-20~",
            "change 2, when: “2026-11-20~” is no day; write the day, such as 2018-11-20",
        ),
        (
            "when: 2026-11-20",
            "when: 2026-12-02",
            "change 2, when: “2026-12-02” is in the future; write the day on which it changed",
        ),
        (
            "when: 2026-11-01",
            "when: 2026-11-21",
            "change 2, when: is earlier than the change above it; put them in date order",
        ),
        (
            "kind: corrected",
            "kind: new",
            "change 2, kind: is new once, when it is published; say what changed since: corrected, moved-on",
        ),
        (
            "    text: The year of the merger was put right.\n",
            "",
            "change 2: does not say what changed; write it as text, in a sentence",
        ),
        (
            "The year of the merger was put right.",
            "2026-11-20, done.",
            "change 2: does not say what changed; write it as text, in a sentence",
        ),
        (
            "    why: The minutes name the year before.\n",
            "",
            "change 2: does not say why; write it as why, in a sentence",
        ),
        (
            "The minutes name the year before.",
            "Was wrong",
            "change 2: does not say why; write it as why, in a sentence",
        ),
    ],
)
def test_a_change_without_its_day_its_words_or_its_reason_is_named(small_project, old, new, message):
    path = small_project / "cases/harbour.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("again_by: 2028\n", CHANGED), encoding="utf-8")
    assert said(small_project, "", "") == []
    said(small_project, old, new)
    (issue,) = load(small_project).issues
    assert f"{issue.where}: {issue.message}" == f"changes, {message}"


def test_what_moved_on_needs_no_reason(small_project):
    moved = CHANGED.replace("kind: corrected", "kind: moved-on").replace(
        "    why: The minutes name the year before.\n", ""
    )
    assert said(small_project, "again_by: 2028\n", moved) == []


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
