"""The model of an exercise: an aim, a plan with minutes, and an ordered list of parts, each of one of seven kinds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from casebook.schema.base import ContentItem, Id, Model, Statements, Text, vocabulary
from casebook.schema.case import TODAY, Adapt, Change, Ids, Source, Texts
from casebook.schema.exercise_parts import ExercisePart

Who = Literal["alone", "group", "both"]


class Group(Model):
    """How many people it takes."""

    from_: int = Field(alias="from", ge=1, description="The fewest people.")
    to: int = Field(ge=1, description="The most people.")


class Pool(Model):
    """From how many answers on a group may look at them together."""

    from_: int = Field(alias="from", ge=5, description="Never fewer than five.")


class Step(Model):
    """A step of the plan, with its minutes."""

    minutes: int = Field(ge=1, le=240, description="How long it takes. The minutes are a guide, not a limit.")
    text: Text = Field(description="What happens.")
    part: Id | None = Field(None, description="The part that is used.")
    who: Who = Field(description="alone, group or both; the totals of each are sums.")


class Brief(Model):
    """A seat in a scenario, with what its holder knows: in one text, or, in a role round, on a card of its own."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="Who sits there.")
    text: Text | None = Field(None, description="About sixty words: what you know, want and fear.")
    wants: Text | None = Field(None, description="In a role round: what you want.")
    knows: Texts = Field((), description="In a role round: what you know and the others do not.")
    board: Text | None = Field(None, description="In a role round: what your own board has said.")
    gives: Text | None = Field(None, description="In a role round: what you could give.")
    rests_on: Statements = Field(
        (), description="In a role round: the real pattern behind the seat; only the facilitator's notes say it."
    )


class DecisionRule(Model):
    """How the table of a role round decides."""

    title: Text = Field(max_length=60, description="Its name, for the card on the table.")
    text: Text = Field(description="What it says, in words to read aloud.")


class Shock(Model):
    """What happens in the middle of a role round."""

    after: int = Field(ge=1, le=120, description="After how many minutes at the table.")
    text: Text = Field(description="What the facilitator reads aloud.")


class RoleRound(Model):
    """An invented table at which each person holds a seat of which one fact is known to nobody else."""

    setting: Texts = Field(min_length=1, description="What everybody knows, a paragraph each.")
    decide: Text = Field(description="What the table has to decide.")
    rule: DecisionRule = Field(description="How it decides; everybody knows it from the start.")
    shock: Shock | None = Field(None, description="A card that is kept back, and read out at the table.")
    in_reality: Statements = Field(
        min_length=1, description="What was done in reality; only the facilitator's notes say it."
    )


class Touch(Model):
    """A leadership standard that an exercise touches; it meets none of it, and measures nobody."""

    standard: Id = Field(description="The standard.", json_schema_extra=vocabulary("standards"))
    theme: Text = Field(max_length=160, description="What of it the exercise touches, in a few words; never a level.")


class Exercise(ContentItem):
    """An exercise for one person or a group; written for learning, not tested as a measuring instrument."""

    title: Text = Field(max_length=120, description="Its name.")
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        description="Travels with the answers: major when items change."
    )
    status: Literal["draft-unvalidated", "piloted", "validated"] = Field(description="How far it has been tested.")
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = Field(
        None, description="Two letters that begin its answer codes."
    )
    fictional: Text | None = Field(None, description="What in it is invented.")
    aim: Text = Field(description="What it is for.")
    claims: Ids = Field(min_length=1, description="The claims it works on.", json_schema_extra=vocabulary("claims"))
    audience: Text = Field(description="Whom it is for.")
    group: Group = Field(description="How many people.")
    tables: Group | None = Field(
        None, description="How many are at a table, where each table does it by itself; one for each seat if left out."
    )
    sheet_per: Literal["person", "table"] = Field(
        "person", description="Who fills in one participant sheet: person, or table where a table shares one."
    )
    pool: Pool | Literal["never"] = Field(description="never, or from how many answers.")
    warnings: Texts = Field((), description="What must be known before the first step.")
    materials: Texts = Field((), description="What to have at hand.")
    seats: tuple[Brief, ...] = Field((), strict=False, description="Seats of a scenario, with their briefs.")
    role_round: RoleRound | None = Field(None, description="Makes the exercise a role round; every seat has a card.")
    plan: tuple[Step, ...] = Field(strict=False, min_length=1, description="The steps.")
    parts: tuple[ExercisePart, ...] = Field(strict=False, min_length=1, description="What is filled in, in order.")
    questions: Texts = Field(min_length=1, description="To talk about afterwards.")
    why: Statements = Field(
        min_length=1, description="What it rests on; sources are those of the bibliography, or of the list at the end."
    )
    adapt: Adapt = Field(Adapt(), description="How to do it otherwise.")
    related: Ids = Field((), description="Cases to read with it.", json_schema_extra=vocabulary("cases"))
    standards: tuple[Touch, ...] = Field(
        (), strict=False, description="The leadership standards that it touches, each in a line."
    )
    today: Ids = Field((), description=TODAY, json_schema_extra=vocabulary("today"))
    sources: tuple[Source, ...] = Field((), strict=False, description="Sources that the bibliography does not hold.")
    changes: tuple[Change, ...] = Field(
        (), strict=False, description="What changed for readers, in date order, beginning with new."
    )
    draft: bool = Field(False, description="true keeps it out of the list and turns its problems into warnings.")

    @property
    def minutes_alone(self) -> int:
        """Minutes for one person alone: a sum of the plan."""
        return sum(step.minutes for step in self.plan if step.who in ("alone", "both"))

    @property
    def minutes_group(self) -> int:
        """Minutes with a group: a sum of the plan."""
        return sum(step.minutes for step in self.plan if step.who in ("group", "both"))
