"""An open case is still running: only its last decision may be without an end, and it is read again soon."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.checking import history_rules
from casebook.checking.load import load

DAY = datetime.date(2026, 12, 1)
OUTCOME = """    outcome:
      - text: They paid by size.
        sources: [minutes-2019]
"""
UNKNOWN = """    unknown:
      - What the patients said.
"""
OPEN = """open:
  look_for:
    - The next budget of the county.
"""
ENDED = """ended:
  how: wound-down
  when: 2019-06
  text: The network closed its office.
  sources: [minutes-2019]
"""
TAKEN, CONSIDERED = "fate: taken", "fate: considered"
Said = Callable[..., list[str]]


@pytest.fixture
def said(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """What is said of the small case after some changes, with the place of each."""
    monkeypatch.setattr(history_rules, "today", lambda: DAY)

    def _said(*changes: tuple[str, str]) -> list[str]:
        path = small_project / "cases/harbour.yml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return [f"{issue.where}: {issue.message}" for issue in load(small_project).issues]

    return _said


RUNNING = (ENDED, OPEN)
SOON = ("again_by: 2028", "again_by: 2027-05")
UNDECIDED = ((OUTCOME, ""), (TAKEN, CONSIDERED))


def test_the_last_decision_of_an_open_case_may_be_without_an_end(said):
    assert said(RUNNING, SOON, *UNDECIDED) == []


def test_an_open_case_has_not_ended(said):
    assert said(("sectors:", OPEN + "sectors:"), SOON) == [
        "ended, how: says wound-down, and the case says open; delete open, or write still-going"
    ]
    assert said(("how: wound-down", "how: still-going")) == []


def test_an_open_case_may_have_decided(said):
    assert said(RUNNING, SOON) == []


def test_a_decision_of_a_case_that_is_not_open_tells_what_was_done(said):
    (problem,) = said(*UNDECIDED)
    assert problem.startswith("decisions, decision 1: has no outcome; tell under outcome what was done")
    assert problem.endswith(
        "if nobody has decided yet, say at the top of the case open, with look_for and what a reader should look for"
    )


def test_only_the_last_decision_of_an_open_case_may_be_without_an_end(said):
    path = "decisions:\n"
    block = """  - id: before
    when: 2018-11
    situation:
      text: The price had doubled.
      sources: [minutes-2019]
    seats:
      - id: chair
        label: You chair the ferry council.
        question: Whom do you ask?
        options:
          - {id: all, label: All, for: Fair., against: Slow., fate: drafted}
          - {id: few, label: A few, for: Quick., against: Unfair., fate: drafted}
"""
    (problem,) = said(RUNNING, SOON, *UNDECIDED, (path, path + block))
    assert problem == (
        "decisions, decision 1: has no outcome; tell under outcome what was done and what followed, with sources"
    )


def test_what_was_taken_has_an_outcome(said):
    assert said(RUNNING, SOON, (OUTCOME, "")) == [
        "decisions, decision 1, seat 1, option 2, fate: “taken” says that it was done, and the decision has no outcome; "
        "tell it under outcome, or write considered or asked-for"
    ]


def test_a_decision_names_the_option_that_was_taken_or_what_is_not_known(said):
    assert said((TAKEN, CONSIDERED)) == []  # it says what is not known
    assert said((UNKNOWN, "")) == [
        "decisions, decision 1: has no option with the fate taken; add what they did as an option, or say under unknown "
        "what is not known"
    ]


@pytest.mark.parametrize("day", ["2027-05-31", "2027-05", "2026-12"])
def test_an_open_case_is_read_again_within_six_months_of_its_last_reading(said, day):
    assert said(RUNNING, ("again_by: 2028", f"again_by: {day}")) == []


@pytest.mark.parametrize("day", ["2027-06-01", "2027-06", "2027", "2028", "2027-01/.."])
def test_an_open_case_that_rests_too_long_is_named(said, day):
    assert said(RUNNING, ("again_by: 2028", f"again_by: {day}")) == [
        f"again_by: “{day}” is more than six months after its last reading (1 November 2026), and the case is open; "
        "write 2027-05, or an earlier month"
    ]


def test_an_open_case_that_nobody_has_read_yet_is_read_within_six_months(said):
    unread = ("checked:\n  - on: 2026-11-01\n    by: second reader\n    against: the minutes\n", "")
    assert said(RUNNING, unread, ("again_by: 2028", "again_by: 2027-06")) == []
    assert said(("again_by: 2027-06", "again_by: 2027-07")) == [
        "again_by: “2027-07” is more than six months after today, and the case is open; write 2027-06, or an earlier month"
    ]


def test_what_passed_once_passes_for_ever(said, monkeypatch):
    assert said(RUNNING, SOON, *UNDECIDED) == []
    monkeypatch.setattr(history_rules, "today", lambda: datetime.date(2031, 1, 1))
    assert said() == []


def test_an_open_case_says_what_to_look_for(said):
    assert said((ENDED, "open:\n  look_for: []\n"), SOON) == ["open, look_for: needs at least 1 entry"]
