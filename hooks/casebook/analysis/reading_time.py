"""How long a case and a decision take to read."""

from __future__ import annotations

import math
from collections.abc import Iterable

from casebook.analysis.disclosure import texts_before_choosing
from casebook.schema.base import Sourced
from casebook.schema.case import Case, Decision

WORDS_A_MINUTE = 200
"""The pace of somebody who reads on a screen and thinks about it; our own convention."""
MINUTES_TO_CHOOSE = 1


def words_of_decision(decision: Decision) -> int:
    """How many words a reader meets before choosing: the quarrel, the situation, the seats, the options."""
    options = [option for seat in decision.seats for option in seat.options]
    choices = [text for one in options for text in (one.label, one.text or "", one.for_, one.against)]
    return _count([*texts_before_choosing(decision), *choices])


def words_to_read(case: Case, decision: Decision) -> int:
    """How many words there are to read before the choice: those of the decision, after the story of the case where it
    is the first.
    """
    return words_of_decision(decision) + (_count(_texts(case.story)) if decision is case.decisions[0] else 0)


def minutes_to_read(words: int) -> int:
    """Minutes at 200 words a minute, rounded up."""
    return math.ceil(words / WORDS_A_MINUTE)


def minutes_of_case(case: Case) -> int:
    """How many minutes it takes to read a case to its end and to choose at each decision: the story, not the rest."""
    look_for = case.open.look_for if case.open else ()
    words = _count([case.summary, case.after_all or "", *_texts(case.story), *look_for])
    for decision in case.decisions:
        close = decision.teaching.close if decision.teaching else None
        words += words_of_decision(decision) + _count([*_texts(decision.outcome), *decision.unknown, close or ""])
    return math.ceil(words / WORDS_A_MINUTE) + MINUTES_TO_CHOOSE * len(case.decisions)


def _texts(things: Iterable[Sourced]) -> list[str]:
    return [one.text or "" for one in things]


def _count(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
