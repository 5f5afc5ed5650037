"""What is printed on each sheet of a decision, estimated with text_fit.py: the size in which it fits, and the room
that is left to write in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from casebook.render.paper.text_fit import (
    BOLD_LETTER,
    LETTER,
    LINE,
    SERIF_LETTER,
    STEPS,
    FitStep,
    TextColumn,
    largest,
    lines,
)
from casebook.schema.base import Sourced, Statement
from casebook.schema.case import Case, Decision, Event, Seat
from casebook.schema.facilitation import Session
from casebook.wording.messages import Messages

RULED = 22.0
"""The points between the lines to write on."""
FEWEST, MOST = 2, 7


class SheetLayout:
    """Reckons the sheets of one decision. `names` are those of the sources, for the sheets that cite them."""

    def __init__(
        self, messages: Messages, case: Case, decision: Decision, names: Mapping[str, str] | None = None
    ) -> None:
        self.t = messages.t
        self.case, self.decision = case, decision
        self.parts = {part.id: part.name for part in case.parts}
        self.names = names or {}
        self.several = len(decision.seats) > 1
        self.others = len(decision.seats) - 1

    def participant(
        self, task: Sequence[Statement], events: Sequence[Event], role: str
    ) -> tuple[FitStep, Sequence[Event], int]:
        """The step of a participant sheet, the last events for which it has room, and how many lines there are to write
        on.

        A sheet that would have to be small tells fewer events instead.
        """
        for kept, steps in (
            (events, STEPS[:3]),
            (events[-2:], STEPS[:3]),
            (events, STEPS),
            (events[-2:], STEPS),
            (events[:0], STEPS),
        ):
            step, left = largest(partial(self._participant, task=task, events=kept, role=role), 3 * RULED, steps)
            if left >= 3 * RULED:
                break
        return step, kept, max(FEWEST, min(MOST, int(left // RULED)))

    def _participant(self, column: TextColumn, task: Sequence[Statement], events: Sequence[Event], role: str) -> None:
        when = self.decision.when.spoken()
        self._head(column, "participant", self.case.title)
        column.text(self.case.summary, scale=1.05, after=0.47)
        for index, one in enumerate(task):
            column.text((f"{self.t('case.the_task')}. " if index == 0 else "") + self.told(one))
        if events:
            column.text(self.t("sheet.so_far"), after=0.1)
            for event in events:
                column.text(f"{event.when.spoken()} {self.told(event)}", scale=0.95, indent=1, after=0.15)
            column.space(0.43)
        for index, one in enumerate(self.decision.situation):
            column.text((f"{when}. {role} " if index == 0 else "") + self.told(one))
        if self.several:
            column.text(
                f"{self.t('sheet.seats.title', count=self.others)} "
                f"{self.t('sheet.seats.participant', count=self.others)}"
            )
        for seat in self.decision.seats:
            self._options(column, seat)
        column.text(self.t("sheet.my_reason"), after=0.8)

    def _options(self, column: TextColumn, seat: Seat) -> None:
        self._heading(
            column,
            f"{self.t('sheet.seats.seat', number=1)} {seat.label} {seat.question}" if self.several else seat.question,
        )
        column.space(1.92)  # the head of the table
        beside = 0.7 / column.width
        share = (1 - 0.30 - 2.2 / column.width) / 2 - beside
        for option in seat.options:
            said = f" {self.told(option)}" if option.text or option.disputed else ""
            column.row(
                [
                    (option.label + said, 0.30 - beside, BOLD_LETTER),
                    (option.for_, share, LETTER),
                    (option.against, share, LETTER),
                ]
            )

    def outcome(self) -> FitStep:
        """The step of an outcome sheet."""
        return largest(self._outcome)[0]

    def _outcome(self, column: TextColumn) -> None:
        self._head(column, "outcome", self.decision.seats[0].question)
        column.space(3.2)  # the frame around what they did, and its heading
        for seat in self.decision.seats:
            for option in seat.options:
                if option.fate == "taken":
                    column.text(
                        f"{seat.label if self.several else ''} {option.label}",
                        scale=1.05,
                        letter=BOLD_LETTER,
                        indent=3.5,
                    )
        for one in self.decision.outcome:
            column.text(self.told(one, cited=True), indent=2)
        self._heading(column, self.t("sheet.options"))
        for seat in self.decision.seats:
            if self.several:
                self._heading(column, f"{self.t('sheet.seats.seat', number=1)} {seat.label} {seat.question}")
            for option in seat.options:
                column.text(f"{option.label} {self.t(f'fates.{option.fate}')}.", letter=0.58, indent=1.2, after=0.65)
        if self.decision.unknown:
            self._heading(column, self.t("sheet.unknown"))
            for unknown in self.decision.unknown:
                column.text(unknown, indent=1.5, after=0.15)

    def facilitator(self, steps: Sequence[Mapping[str, Any]], analysis: Mapping[str, str]) -> FitStep:
        """The step in which both sides of a facilitator sheet fit."""
        front = largest(lambda column: self._front(column, steps))[0]
        back = largest(lambda column: self._overleaf(column, analysis))[0]
        return min(front, back, key=lambda step: step.points)

    def _front(self, column: TextColumn, steps: Sequence[Mapping[str, Any]]) -> None:
        teaching = self.decision.teaching
        self._head(column, "facilitator", self.decision.seats[0].question)
        if teaching:
            column.text(f"{self.t('sheet.aim')}: {teaching.aim}", scale=1.05, after=0.47)
        column.text(f"{self.t('sheet.you_need')}: {self.t('sheet.need_sheets')}")
        if self.several:
            column.text(
                f"{self.t('sheet.seats.title', count=self.others)} "
                f"{self.t('sheet.seats.facilitator', count=self.others)}"
            )
            for seat in self.decision.seats:
                column.text(f"{seat.label} {seat.question}", indent=1.5, after=0.15)
        if teaching and teaching.opening:
            column.text(f"{self.t('sheet.opening')}: {teaching.opening}")
        self._heading(column, self.t("sheet.plan"))
        share = 1 - 13.9 / column.width
        for step in steps:
            column.row([(step["text"], share, LETTER)], after=0.2)
            column.row([(f"{self.t('sheet.say')}: “{step['say']}”", share, LETTER)])

    def _overleaf(self, column: TextColumn, analysis: Mapping[str, str]) -> None:
        teaching = self.decision.teaching
        if not teaching:
            return
        if analysis:
            self._heading(column, self.t("sheet.analysis"))
            for seat in self.decision.seats:
                if self.several:
                    self._heading(column, f"{self.t('sheet.seats.seat', number=1)} {seat.label}")
                for option in seat.options:
                    if option.id in analysis:
                        column.text(option.label, letter=BOLD_LETTER, after=0)
                        column.text(analysis[option.id])
        for key, entries in (("board", teaching.board), ("watch", teaching.watch_for)):
            if entries:
                self._heading(column, self.t(f"sheet.{key}"))
                for entry in entries:
                    column.text(entry, indent=1.5, after=0.15)
        if teaching.close:
            self._heading(column, self.t("sheet.close"))
            column.text(teaching.close)
        if teaching.adapt:
            column.text(f"{self.t('sheet.adapt')}: {teaching.adapt}")
        column.text(self.t("sheet.ours"))

    def _head(self, column: TextColumn, sheet: str, title: str) -> None:
        column.text(
            f"{self.t(f'sheet.{sheet}')}. {self.case.title}: {self.case.place}, {self.decision.when.spoken()}",
            scale=0.9,
            after=0.36,
        )
        column.text(title, scale=1.6, letter=SERIF_LETTER, line=1.2, after=0.48)

    def _heading(self, column: TextColumn, words: str) -> None:
        column.text(words, scale=1.2, letter=SERIF_LETTER, line=1.25, after=1.08)

    def told(self, thing: Sourced, cited: bool = False) -> str:
        """The words of a statement as paper-fact sets them."""
        doubts = [f"({self.t(f'case.{name}').lower()})" for name in ("judgement", "inferred") if getattr(thing, name)]
        others = [f"{self.t('case.disputed')}. {other.text}{self._cited(other, cited)}" for other in thing.disputed]
        return " ".join(
            [self.parts.get(thing.part or "", ""), thing.text or "", *doubts, self._cited(thing, cited), *others]
        ).strip()

    def _cited(self, thing: Any, cited: bool) -> str:
        names = [self.names.get(one.source, one.source) for one in thing.sources] if cited else []
        return f" ({'; '.join(names)})" if names else ""


def fit_plan(messages: Messages, session: Session, names: Sequence[str], steps: Sequence[Mapping[str, Any]]) -> FitStep:
    """The step in which the plan of a session fits one side, under its title and above a closing line."""

    def fill(column: TextColumn) -> None:
        column.text(session.title, scale=1.6, letter=SERIF_LETTER, line=1.2, after=0.48)
        column.space(8)  # the lede, how long and for how many, a closing line
        for heading in (messages.t("session_plan.print"), messages.t("session_plan.the_minutes")):
            column.text(heading, scale=1.2, letter=SERIF_LETTER, line=1.25, after=1.08)
        half = column.width / 2 + 2.5  # the list stands in two columns
        listed = (*(f"{name}. {one.what}" for name, one in zip(names, session.print_, strict=True)), *session.bring)
        column.space(0.67 + sum(lines(line, column.width - half) * LINE + 0.15 for line in listed) / 2)
        for step in steps:
            column.text(step["title"], scale=1.05, letter=SERIF_LETTER, indent=7.5, after=0.1)
            column.text(step["text"], indent=7.5, after=0.15)
            if step["say"]:
                column.text(f"{messages.t('session_plan.say')} “{step['say']}”", indent=8.2, after=0.15)
            column.space(0.4)

    return largest(fill)[0]
