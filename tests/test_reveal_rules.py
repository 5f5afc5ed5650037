"""Whoever opens a decision reads what was done."""

from __future__ import annotations

import pytest

from casebook.checking.load import load
from casebook.checking.reveal_rules import check_reveals
from casebook.text.dates import parse_when


@pytest.fixture
def two_decisions(examples):
    """A case with two decisions, a year apart; gives it with an outcome of the first that was over on a day."""
    case = load(examples).cases["harbour"]
    first = case.decisions[0]

    def made(over):
        told = first.outcome[0].model_copy(update={"when": over and parse_when(over)})
        later = first.model_copy(update={"id": "later", "when": parse_when("2019-01")})
        return case.model_copy(update={"decisions": (first.model_copy(update={"outcome": (told,)}), later)})

    return made


@pytest.mark.parametrize("over", ["2018-12", None])
def test_an_outcome_that_was_over_in_time_is_told(two_decisions, over):
    assert list(check_reveals(two_decisions(over))) == []


@pytest.mark.parametrize("over", ["2019", "2018/2020"])
def test_a_decision_whose_outcome_is_told_too_late_is_named(two_decisions, over):
    [(path, message)] = check_reveals(two_decisions(over))
    assert path == ("decisions", 0, "outcome")
    assert "before the next decision begins (2019-01)" in message
