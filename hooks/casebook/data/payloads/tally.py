"""The numbers of the group's patterns as a script gets them: the same from which the tally sheet is written."""

from __future__ import annotations

from typing import Any, TypedDict

from casebook.analysis.tally_thresholds import (
    COUNTS_FROM,
    END_FEWEST,
    END_ONE_IN,
    HIGH_ONE_IN,
    ROUNDS_FROM,
    UNSEEN_ONE_IN,
)


class TallyRules(TypedDict):
    """How many answers make a pattern; see `casebook.analysis.tally_thresholds`. From how many a group may look at its
    answers at all stands with each exercise (`pool`).
    """

    unseen_one_in: int
    end_fewest: int
    end_one_in: int
    high_one_in: int
    counts_from: int
    rounds_from: int


class GroupPagePayload(TypedDict):
    """What the page of group results holds: its words and the numbers of the patterns."""

    words: dict[str, Any]
    rules: TallyRules


def tally_rules() -> TallyRules:
    """The numbers of the patterns."""
    return {
        "unseen_one_in": UNSEEN_ONE_IN,
        "end_fewest": END_FEWEST,
        "end_one_in": END_ONE_IN,
        "high_one_in": HIGH_ONE_IN,
        "counts_from": COUNTS_FROM,
        "rounds_from": ROUNDS_FROM,
    }
