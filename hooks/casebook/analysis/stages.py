"""Divides a case into the stretches between its decisions, each with what may be told in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.analysis.disclosure import S, is_told_before, part_of
from casebook.schema.base import Statement, per_model
from casebook.schema.case import Case, Decision, Event, Finding, Part, Result


@dataclass(frozen=True)
class LateNews:
    """Outcomes of a decision that came out only after a later one was asked."""

    decision: Decision
    number: int
    """Which decision of the case it is, from 1."""
    outcome: tuple[Statement, ...]


@dataclass(frozen=True)
class Stage:
    """A stretch of a case: what followed the decision before it, what came out meanwhile about earlier decisions, what
    else happened, and the decision that ends it.
    """

    after: Decision | None
    outcome: tuple[Statement, ...]
    """What followed the decision before it, and no other."""
    late: tuple[LateNews, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    results: tuple[Result, ...]
    decision: Decision | None

    @property
    def everything(self) -> tuple[Statement | Result, ...]:
        """All that it tells, up to the situation of the decision that ends it."""
        situation = self.decision.stated_before if self.decision else ()
        late = (one for news in self.late for one in news.outcome)
        return (*self.outcome, *late, *self.events, *self.findings, *self.results, *situation)


@per_model
def stages(case: Case) -> tuple[Stage, ...]:
    """The stages of a case. Each but the last stops at a decision; the last holds all that counts as after it."""
    events, findings, results = list(case.timeline), list(case.findings), list(case.results)
    waiting: list[LateNews] = []  # outcomes of decisions already made, told as soon as they were over
    told: list[Stage] = []
    after: Decision | None = None
    for number, decision in enumerate(case.decisions, 1):
        day = decision.when.begins
        tellable, waiting = _divide(waiting, day, part_of(case, decision))
        own, late = _own_first(tellable, after)
        told.append(Stage(after, own, late, _take(events, day), _take(findings, day), _take(results, day), decision))
        after = decision
        waiting.append(LateNews(decision, number, decision.outcome))
    own, late = _own_first(waiting, after)
    told.append(Stage(after, own, late, tuple(events), tuple(findings), tuple(results), None))
    return tuple(told)


def _divide(
    waiting: Sequence[LateNews], day: datetime.date, next_part: Part | None
) -> tuple[list[LateNews], list[LateNews]]:
    """What may be told before the next decision, and what has to wait on."""
    tellable: list[LateNews] = []
    kept: list[LateNews] = []
    for news in waiting:
        may_be_told = [_may_be_told(one, day, next_part) for one in news.outcome]
        for half, is_told in ((tellable, True), (kept, False)):
            outcome = tuple(one for one, may in zip(news.outcome, may_be_told, strict=True) if may is is_told)
            half.append(replace(news, outcome=outcome))
    return tellable, kept


def _own_first(told: Sequence[LateNews], after: Decision | None) -> tuple[tuple[Statement, ...], tuple[LateNews, ...]]:
    """The outcome of the decision just made, and apart from it what came out about earlier ones."""
    own = tuple(one for news in told if news.decision is after for one in news.outcome)
    return own, tuple(news for news in told if news.decision is not after and news.outcome)


def _may_be_told(outcome: Statement, day: datetime.date, next_part: Part | None) -> bool:
    """True for an outcome that was over before the day of the next decision, or that belongs to another part than the
    whole of that: parts go their own ways side by side.
    """
    apart = outcome.part is not None and next_part is not None and outcome.part != next_part.id
    return apart or outcome.when is None or outcome.when.is_over_before(day)


def _take(things: list[S], day: datetime.date) -> tuple[S, ...]:
    """Takes from the list, and returns, what was over before the day."""
    told = tuple(thing for thing in things if is_told_before(thing, day))
    things[:] = [thing for thing in things if not is_told_before(thing, day)]
    return told
