"""Tells a case in the order of time, and holds back what follows a decision until it is made."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from casebook.schema.base import Sourced, Statement, per_model
from casebook.schema.case import NOT_READ_BEFORE, Case, Decision, Event, Fact, Form, Member, Part, Tie

S = TypeVar("S", bound=Sourced)
_TOLD_IN_STAGES = ("timeline", "findings", "results", "decisions", "ended")


@dataclass(frozen=True)
class CaseSnapshot:
    """What was known of a case on a day (None: all there is to know)."""

    day: datetime.date | None
    facts: tuple[Fact, ...]
    forms: tuple[Form, ...]
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    statements: Mapping[str, tuple[Statement, ...]]
    """The statements of each field of `STATEMENT_FIELDS`, by its name. A field may be asked for by its name alone, too:
    `shown.task` is `shown.statements["task"]`."""

    def __getattr__(self, name: str) -> tuple[Statement, ...]:
        try:
            return vars(self)["statements"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(f"a snapshot of a case has no {name}") from None

    @property
    def everything(self) -> tuple[Sourced, ...]:
        """All that it holds: facts, forms, members, ties and the statements of every field."""
        statements = (one for of_field in self.statements.values() for one in of_field)
        return (*self.facts, *self.forms, *self.members, *self.ties, *statements)

    @property
    def number_of_members(self) -> int:
        """How many members it has; tables are none."""
        return sum(member.count for member in self.members if member.kind != "table")

    @property
    def kinds_of_members(self) -> tuple[str, ...]:
        """The kinds of its members, each once; tables are none."""
        return tuple(dict.fromkeys(member.kind for member in self.members if member.kind != "table"))

    @property
    def counts_unlike_things(self) -> bool:
        """True where one sum would add members of several kinds, of which some stand one by one and some for many."""
        return len(self.kinds_of_members) > 1 and any(
            member.count > 1 for member in self.members if member.kind != "table"
        )


def has_begun(things: Iterable[S], day: datetime.date | None) -> tuple[S, ...]:
    """The things that had surely begun before the day; what has no date was always so."""
    return tuple(thing for thing in things if day is None or thing.when is None or thing.when.has_begun_before(day))


def still_so(things: Iterable[S], day: datetime.date | None) -> tuple[S, ...]:
    """The things that had begun before the day and were not yet over then; without a day, those that were so at the
    end.
    """
    last = day or datetime.date.max
    return tuple(
        thing
        for thing in has_begun(things, day)
        if thing.when is None or not thing.when.is_span or thing.when.end is None or thing.when.ends >= last
    )


def is_told_before(thing: Sourced, day: datetime.date) -> bool:
    """True for a dated thing that was wholly over before the day."""
    return thing.when is not None and thing.when.is_over_before(day)


def first_day(case: Case) -> datetime.date | None:
    """The first day of the first decision: covers and cards are drawn as of it. None without decisions."""
    return case.decisions[0].when.begins if case.decisions else None


@per_model
def as_of(case: Case, day: datetime.date | None) -> CaseSnapshot:
    """The case as it stood on a day; without a day, as it stands at the end of the story."""
    parts = parts_known(case, day)
    hidden = {part.id for part in case.parts} - {part.id for part in parts}

    def open_(things: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(thing for thing in things if thing.part not in hidden)

    members = open_(still_so(case.members, day))
    there = {member.id for member in members}
    ties = tuple(tie for tie in open_(still_so(case.ties, day)) if tie.from_ in there and tie.to in there)
    return CaseSnapshot(
        day,
        open_(has_begun(case.facts, day)),
        open_(has_begun(case.forms, day)),
        members,
        ties,
        {name: open_(has_begun(statements, day)) for name, statements in case.statements.items()},
    )


def parts_known(case: Case, day: datetime.date | None) -> tuple[Part, ...]:
    """The parts that had begun before the day."""
    return tuple(part for part in case.parts if day is None or part.when is None or part.when.has_begun_before(day))


def snapshots(case: Case) -> tuple[CaseSnapshot, ...]:
    """The case as it stood before each decision, and at the end."""
    return (*(as_of(case, decision.when.begins) for decision in case.decisions), as_of(case, None))


def part_of(case: Case, decision: Decision) -> Part | None:
    """The part that a decision belongs to: the one that all of its outcome and none but it of its situation names; None
    where it is the whole's. Where nobody has decided yet, all of its situation names it.
    """
    told = {one.part for one in decision.outcome or decision.situation}
    situation = {one.part for one in decision.situation if one.part}
    return next((part for part in case.parts if told == {part.id} and situation <= told), None)


def place_of(case: Case, decision: Decision) -> str:
    """Where a decision was made: the place of its part, or of the whole."""
    part = part_of(case, decision)
    return part.place or part.name if part else case.place


def events_before(case: Case, decision: Decision) -> tuple[Event, ...]:
    """The events that were over before a decision."""
    return tuple(event for event in case.timeline if is_told_before(event, decision.when.begins))


def opening_texts(case: Case) -> tuple[str, ...]:
    """What a case says before its first decision: its head, its story, who was there, how they were organised, and the
    decision itself. Nothing else may be searched.
    """
    known = as_of(case, first_day(case))
    texts = [case.title, case.place, case.summary, *(one.text for one in case.story)]
    texts += [one.text for one in known.task]
    for part in parts_known(case, first_day(case)):
        texts += [part.name, part.place or ""]
    texts += [member.name for member in known.members]
    texts += [form.label for form in known.forms]
    for decision in case.decisions[:1]:
        texts += texts_before_choosing(decision)
    return tuple(text for text in texts if text)


def texts_before_choosing(decision: Decision) -> Iterator[str]:
    """What a decision says before the choice, but for its options. A new field of it that holds text or statements is
    in it by its type.
    """
    for name in type(decision).model_fields:
        value = None if name in NOT_READ_BEFORE else getattr(decision, name)
        if isinstance(value, str):
            yield value
    yield from (one.text for one in decision.stated_before if one.text)
    yield from (text for seat in decision.seats for text in (seat.label, seat.question))


def spoiler_texts(case: Case, decision: Decision | None = None) -> tuple[str, ...]:
    """Every text that must not be seen before a decision (the first, if none is named). For tests and for search."""
    if not case.decisions:
        return ()
    decision = decision or case.decisions[0]
    day, number = decision.when.begins, case.decisions.index(decision)
    things: list[Sourced] = [event for event in case.timeline if not is_told_before(event, day)]
    things += [one for one in (*case.findings, *case.results) if not is_told_before(one, day)]
    for one in case.decisions[number:]:
        things += one.outcome
    for one in case.decisions[number + 1 :]:
        things += one.stated_before
    things += [thing for thing in _of_no_stage(case) if thing.when and not thing.when.has_begun_before(day)]
    texts = [thing.text for thing in things if thing.text]
    texts += [finding.reading for finding in case.findings if not is_told_before(finding, day)]
    texts += [text for text in (case.after_all, case.ended.text if case.ended else None) if text]
    texts += case.open.look_for if case.open else ()
    texts += [text for change in case.changes for text in (change.text, change.why) if text]
    return tuple(texts)


def _of_no_stage(case: Case) -> tuple[Sourced, ...]:
    """All that is stated in a case outside its stages and its ending: facts, members, statements of every field."""
    return tuple(
        thing for path, thing in case.everything if isinstance(thing, Sourced) and path[0] not in _TOLD_IN_STAGES
    )
