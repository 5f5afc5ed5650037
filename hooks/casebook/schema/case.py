"""The model of a case. Every field is documented here, once; schema, form and reference are written from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from string import ascii_uppercase
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, Field

from casebook.schema.authors import Author
from casebook.schema.base import (
    Citation,
    ContentItem,
    Dated,
    Id,
    Model,
    Sourced,
    Sources,
    Statement,
    Statements,
    Text,
    Word,
    vocabulary,
)

Mode = Literal["hierarchy", "group", "network", "alliance", "contract"]
Purpose = Literal["learning", "delivery", "developmental"]
Ending = Literal["still-going", "became-statutory", "merged", "broke-up", "wound-down", "not-known"]
Strength = Literal["strong", "weak", "strained", "cut"]
Fate = Literal["drafted", "considered", "asked-for", "refused", "taken", "taken-later"]
Stance = Literal["supports", "complicates", "contradicts"]
STANCES: tuple[Stance, ...] = get_args(Stance)
MODES: tuple[Mode, ...] = get_args(Mode)
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
ENDINGS: tuple[Ending, ...] = get_args(Ending)
Design = Literal[
    "trial", "controlled", "time-series-with-comparison", "time-series", "before-after", "count", "account"
]
Direction = Literal["better", "worse", "no-difference", "mixed"]
MeasuredBy = Literal["at-arms-length", "commissioned", "part-insiders", "insiders"]
ChangeKind = Literal["new", "corrected", "moved-on", "finding-added", "finding-withdrawn"]
Read = Literal["whole", "opening", "abstract", "record", "through-another"]
Access = Literal["open", "paywall", "gone"]

URL_PATTERN = (
    r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#]([A-Za-z0-9._~:/?#@!$&()*+,;=-]|%[0-9A-Fa-f]{2})*)?$"
)
"""A host, and then what RFC 3986 allows but for ' and [ ]: nothing that ends an attribute, a BibTeX field or a CSV
cell."""
DOI_PATTERN = r"^10\.[0-9]{4,9}(\.[0-9]+)*/[A-Za-z0-9._;()/:<>+-]+$"
"""The characters that Crossref gives out, with the < > + of the old ones."""

Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Words = Annotated[tuple[Word, ...], Field(strict=False)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]


class Part(Model):
    """A place inside a system, or one half of a pair."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    name: Text = Field(description="What readers see.")
    place: Text | None = Field(None, description="Where it is.")
    country: Country | None = Field(None, description="ISO 3166: GB-ENG, GB-NIR, NZ.")
    when: Dated | None = Field(None, description="The years covered for this part.")


class Fact(Sourced):
    """One measure of the case at a glance."""

    measure: Text = Field(description="What is counted or described: people, practices, money.")
    value: Text = Field(description="The figure or the words.")


class Form(Sourced):
    """How the members were held together for a time. Forms change; that is the story."""

    mode: Mode = Field(description="How it was organised.")
    purpose: Purpose | None = Field(None, description="What it was for, where one of the three fits.")
    label: Text = Field(description="What it was called.")
    form: Id | None = Field(None, description="The page about this form.", json_schema_extra=vocabulary("forms"))


class Member(Sourced):
    """An organisation, a group, or a table where members meet."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    name: Text = Field(description="What readers see.")
    kind: Word = Field(
        description="What sort of member it is; a table is a place where members meet.",
        json_schema_extra=vocabulary("member_kinds"),
    )
    count: int = Field(1, ge=1, le=2000, description="How many members this line stands for.")


class Tie(Sourced):
    """What runs from one member to another."""

    from_: Id = Field(alias="from", description="The id of a member.")
    to: Id = Field(description="The id of a member.")
    both: bool = Field(False, description="true when it runs both ways.")
    kind: Word = Field(description="What the tie is.", json_schema_extra=vocabulary("tie_kinds"))
    strength: Strength = Field("strong", description="How it held.")


class Accountability(Model):
    """Whom the members answered to: at home, across to each other, and above."""

    home: Statements = Field((), description="To their own board, electors or owners.")
    across: Statements = Field((), description="To each other, for the whole.")
    above: Statements = Field((), description="To funders, regulators and national bodies.")


class Event(Statement):
    """Something that happened."""

    when: Dated = Field(description="When it happened.")


FATE = (
    "What became of it. considered: it was weighed, and another way was taken. asked-for: people asked for it. "
    "refused: those who decided said"
    " no to it. taken, or taken-later: it was done. drafted: nobody named it then; we add it for the discussion."
)


class Option(Sourced):
    """One thing that the person in the seat could do. Shown before the choice: it gives no ending away."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    label: Text = Field(description="What it is, in a line.")
    for_: Text = Field(alias="for", description="The best reason for it.")
    against: Text = Field(description="The best reason against it.")
    fate: Fate = Field(description=FATE)


class Seat(Model):
    """A chair from which the decision is seen."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    label: Text = Field(description="Who you are: You chair the system board.")
    question: Text = Field(description="What you have to decide.")
    options: tuple[Option, ...] = Field(strict=False, min_length=2, max_length=8, description="What could be done.")

    @cached_property
    def drawn(self) -> tuple[Option, ...]:
        """The options in an order drawn from the ids of seat and option, the same on every screen and sheet.

        A new option takes a place between the others and moves none of them.
        """
        return tuple(sorted(self.options, key=lambda one: sha256(f"{self.id}/{one.id}".encode()).digest()))

    @property
    def lettered(self) -> tuple[tuple[str, Option], ...]:
        """The options as they are drawn, each with the letter by which a room calls it: A, B, C."""
        return tuple(zip(ascii_uppercase, self.drawn, strict=False))


class Adapt(Model):
    """How to do it otherwise."""

    online: Text | None = Field(None, description="Online, each person at a screen.")
    paper: Text | None = Field(None, description="With paper alone.")
    access: Text | None = Field(None, description="So that everybody can take part.")
    room: Text | None = Field(None, description="In a smaller, larger or shorter room.")


class Analysis(Model):
    """What a good discussion of one option brings up; ours."""

    option: Id = Field(description="The id of an option.")
    text: Text = Field(description="What a good discussion brings up.")


class Teaching(Model):
    """What a facilitator needs for one decision. The forty-minute plan is the default and is not typed."""

    aim: Text = Field(description="What the room should be able to do afterwards.")
    synopsis: Text | None = Field(
        None,
        description="What a facilitator must have in mind before the decision: three short lines, at most 60 words. It "
        "tells no outcome.",
    )
    who: Texts = Field(
        (), description="Who is who in the decision: a role, and what they want or hold. Nothing that comes later."
    )
    opening: Text | None = Field(None, description="What to say at the start.")
    second_question: Text | None = Field(None, description="A question for when the first falls flat.")
    analysis: tuple[Analysis, ...] = Field(
        (), strict=False, description="What a good discussion of each option brings up."
    )
    board: Texts = Field((), description="Headings for the flip chart.")
    watch_for: Texts = Field((), description="What may go wrong in the room, and what rooms tend to miss.")
    close: Text | None = Field(None, description="The question that takes it home.")
    adapt: Text | None = Field(None, description="How to do it in another room or online.")


NOT_READ_BEFORE = frozenset(("id", "outcome", "unknown", "teaching"))
"""The fields of a decision that are held back until the choice, are for the facilitator alone, or are no words."""


class Decision(Model):
    """A moment where somebody had to choose. What follows it is held back."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    when: Dated = Field(description="When they had to choose.")
    themes: Words = Field((), description="What the decision is about.", json_schema_extra=vocabulary("themes"))
    quarrel: Text | None = Field(
        None, max_length=120, description="What those who choose disagree about, in a line; it tells no outcome."
    )
    situation: Statements = Field(description="What was known then, and nothing else.")
    seats: tuple[Seat, ...] = Field(
        strict=False, min_length=1, max_length=4, description="The same moment from different chairs."
    )
    outcome: tuple[Statement, ...] = Field(
        (),
        strict=False,
        description="What was done and what followed; shown only afterwards. Only the last decision of an open case "
        "may have none.",
    )
    unknown: Texts = Field((), description="What nobody knows.")
    teaching: Teaching | None = Field(None, description="For the facilitator.")

    @property
    def is_made(self) -> bool:
        """True where it is known what was done; only the last decision of an open case may still have to be made."""
        return bool(self.outcome)

    @property
    def stated_before(self) -> tuple[Statement, ...]:
        """What is stated before the choice, field by field. Pages, sheets, the text file and the tools for a room show
        all of it, so a new field that holds statements is shown by its type.
        """
        fields = (getattr(self, name) for name in type(self).model_fields if name not in NOT_READ_BEFORE)
        return tuple(one for field in fields if isinstance(field, tuple) for one in field if isinstance(one, Statement))


class Finding(Statement):
    """What the case says to a claim: the sourced fact, and our reading of it."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    claim: Id = Field(description="The claim it bears on.", json_schema_extra=vocabulary("claims"))
    stance: Stance = Field(description="Whether it supports, complicates or contradicts the claim.")
    text: Text = Field(description="The sourced fact.")
    limits: Text | None = Field(
        None, description="What the fact cannot show, in a sentence; it is shown wherever the fact is."
    )
    reading: Text = Field(description="One sentence, ours: why it bears on the claim.")
    erratum: Text | None = Field(None, description="Why a text was changed under its old id.")


class Result(Sourced):
    """Something that was measured."""

    measure: Text = Field(description="What was measured.")
    design: Design = Field(description="How it is known.")
    against: Text | None = Field(None, description="What it was compared with.")
    estimate: Text | None = Field(None, description="The size of the difference.")
    interval: Text | None = Field(None, description="Its interval, or not-seen.")
    before: Text | None = Field(None, description="The figure before.")
    after: Text | None = Field(None, description="The figure after.")
    direction: Direction = Field(description="Better, worse, no-difference or mixed, for the people served.")
    measured_by: MeasuredBy = Field(description="Who measured, seen from the network.")
    limits: Text | None = Field(
        None, description="What the figure cannot show, in a sentence; it is shown wherever the figure is."
    )


class Ended(Sourced):
    """How the network ended, or that it has not."""

    how: Ending = Field(description="What became of it.")


class StillOpen(Model):
    """That the case is still running, and what a reader who comes back should look for."""

    look_for: Texts = Field(
        min_length=1,
        description="What will show how it goes on: a decision, a date, a figure that is to come. It is shown only "
        "after the last decision.",
    )


class Source(Model):
    """Where a fact comes from, and how much of it was read."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    kind: Word = Field(description="What sort of source it is.", json_schema_extra=vocabulary("source_kinds"))
    standpoint: Word = Field(description="Where its author stands.", json_schema_extra=vocabulary("standpoints"))
    authors: tuple[Author, ...] = Field(
        (), strict=False, description="Who wrote it: persons with family and given, bodies with name."
    )
    and_others: bool = Field(False, description="true where it has more authors than are named here.")
    year: int | None = Field(None, ge=1800, le=2100, description="The year it appeared.")
    title: Text = Field(description="Its title.")
    language: Text | None = Field(
        None, pattern=r"^[a-z]{2,3}$", description="The language of the title, where it is not English: de, nl, sv."
    )
    in_: Text | None = Field(None, alias="in", description="The journal, the book, the site or the publisher.")
    url: Text | None = Field(None, pattern=URL_PATTERN, description="Its address.")
    doi: Text | None = Field(None, pattern=DOI_PATTERN, description="Its DOI, beginning with 10.")
    read: Read = Field(description="How much of it was read.")
    access: Access | None = Field(None, description="Whether a reader can open it.")
    accessed: Dated | None = Field(
        None,
        description="The day on which it was opened, for a page without a date. Left out, files for reference managers "
        "give the day of the last reading of its case.",
    )
    through: Text | None = Field(None, description="The source that we know it through.")
    unverified: Texts = Field(
        (), description="Fields of this entry that we did not see, and inferred from an address or guessed."
    )
    note: Text | None = Field(None, description="Anything else a reader should know.")
    author_tells: bool = Field(
        False,
        description="true where the name of its author or place hints at what follows: an auditor, a court. Notes "
        "call it by its kind.",
    )


class Checked(Model):
    """One reading that has really been done."""

    on: Dated = Field(
        description="The day. Programs that read this file as YAML 1.1 take the name of this field, on, for true; "
        "data/cases.json has it right."
    )
    by: Text = Field(description="Who read, as a role.")
    against: Text = Field(description="What it was read against.")


class Change(Model):
    """Something that changed for readers, and why."""

    when: Dated = Field(description="The day on which readers first saw it.")
    kind: ChangeKind = Field(
        description="new: it was published. corrected: something in it was wrong. moved-on: more has happened since. "
        "finding-added, finding-withdrawn: what it says about a claim changed."
    )
    text: Text | None = Field(None, description="What changed, in a sentence; needed for all but new.")
    why: Text | None = Field(None, description="Why, in a sentence; needed for corrected and finding-withdrawn.")


TODAY = "Words of today that lead here; each is explained on the page Your word today."


class Case(ContentItem):
    """A case: what members of a network did, told in the order of time."""

    title: Text = Field(max_length=120, description="Names the dilemma and gives nothing away.")
    place: Text = Field(description="Where it happened.")
    country: Country = Field(description="ISO 3166: GB-ENG, GB-NIR, NZ.")
    when: Dated = Field(description="The years that the case covers.")
    summary: Text = Field(max_length=400, description="One to three sentences that stop before the decision.")
    story: Statements = Field(
        (),
        description="What a reader must know to feel the first decision: a place, people in their roles, what each "
        "stands to lose, what they disagree about. 90 to 220 words, a paragraph each; with the first situation at "
        "most 300.",
    )
    after_all: Text | None = Field(None, description="The outcome in a line; shown only after the last decision.")
    ended: Ended | None = Field(None, description="How the network ended, or that it has not.")
    today: Ids = Field((), description=TODAY, json_schema_extra=vocabulary("today"))
    open: StillOpen | None = Field(
        None,
        description="Only where the case is still running: the last decision may then lack an outcome and an option "
        "that was taken, and again_by is at most six months after the last reading.",
    )
    sectors: Words = Field(min_length=1, description="Who takes part.", json_schema_extra=vocabulary("sectors"))
    parts: tuple[Part, ...] = Field((), strict=False, description="Places inside, or the halves of a pair.")
    facts: tuple[Fact, ...] = Field((), strict=False, description="The case at a glance.")
    forms: tuple[Form, ...] = Field(strict=False, min_length=1, description="How it was organised, over time.")
    task: Statements = Field((), description="The task that the members agreed.")
    members: tuple[Member, ...] = Field((), strict=False, description="Who belongs.")
    ties: tuple[Tie, ...] = Field((), strict=False, description="The ties between them.")
    accountability: Accountability = Field(Accountability(), description="Whom the members answered to.")
    timeline: tuple[Event, ...] = Field(strict=False, min_length=1, description="What happened, in date order.")
    decisions: tuple[Decision, ...] = Field(
        (), strict=False, description="Moments when someone had to choose, in date order."
    )
    findings: tuple[Finding, ...] = Field((), strict=False, description="What the case says about the claims.")
    results: tuple[Result, ...] = Field((), strict=False, description="What was measured.")
    gaps: Texts = Field((), description="What is missing or could not be verified.")
    questions: Texts = Field((), description="For readers to talk about.")
    related: Ids = Field(
        (),
        description="Other cases, by their file names; only cases that exist.",
        json_schema_extra=vocabulary("cases"),
    )
    sources: tuple[Source, ...] = Field(strict=False, min_length=1, description="Every source that the case cites.")
    written_by: Texts = Field(min_length=1, description="Who wrote it.")
    checked: tuple[Checked, ...] = Field((), strict=False, description="Each reading that has really been done.")
    again_by: Dated = Field(
        description="When it should be read again; for an open case at most six months after the last reading."
    )
    changes: tuple[Change, ...] = Field(
        (), strict=False, description="What changed for readers, in date order, beginning with new."
    )
    draft: bool = Field(
        False,
        description="true keeps the case out of library, matrix, search and release, and turns its problems into "
        "warnings.",
    )

    @property
    def ending(self) -> Ending:
        """What became of the network, in a fixed word: as it is told, or as it follows from what is told."""
        return self.ended.how if self.ended else "still-going" if self.open else "not-known"

    @property
    def last_reading(self) -> Checked | None:
        """The newest reading that has really been done; None where nobody has read it yet."""
        return max(self.checked, key=lambda one: one.on.begins, default=None)

    def is_undecided(self, decision: Decision) -> bool:
        """True for the last decision of an open case where nobody has decided yet."""
        return self.open is not None and decision == self.decisions[-1] and not decision.is_made

    @property
    def statements(self) -> Mapping[str, tuple[Statement, ...]]:
        """Every statement that is no event, finding, result or part of a decision, by the name of its field; see
        `STATEMENT_FIELDS`.
        """
        held_by: tuple[BaseModel, ...] = (self, self.accountability)
        return {
            name: getattr(model, name)
            for model in held_by
            for name in type(model).model_fields
            if name in STATEMENT_FIELDS
        }

    def stand_side_by_side(self, things: Iterable[Sourced]) -> bool:
        """True where these speak of both parts of a case that has two."""
        return len(self.parts) == 2 and {part.id for part in self.parts} <= {thing.part for thing in things}

    def side(self, thing: Sourced) -> str:
        """Where a thing stands beside others: first, second, or across both."""
        ids = [part.id for part in self.parts]
        return ("side-first", "side-second")[ids.index(thing.part)] if thing.part in ids[:2] else "side-both"


def _statement_fields(model: type[BaseModel]) -> Iterator[str]:
    """The names of the fields of a model that hold a list of statements and nothing else."""
    yield from (name for name, field in model.model_fields.items() if field.annotation == tuple[Statement, ...])


STATEMENT_FIELDS: tuple[str, ...] = (*_statement_fields(Case), *_statement_fields(Accountability))
"""The fields of a case of the type `Statements`, with those of its accountability: task, home, across, above. What is
shown of a case, held back, compared or searched for in tests goes over this list: a new field is in it by its type."""


__all__ = [
    "Case",
    "Change",
    "Citation",
    "Decision",
    "Event",
    "Finding",
    "Form",
    "Member",
    "Option",
    "Result",
    "Seat",
    "Source",
    "Sources",
    "Statement",
    "StillOpen",
    "Tie",
]
