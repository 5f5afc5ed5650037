"""The models of what a facilitator uses: ready sessions and method cards, as they stand in front of their pages."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from casebook.schema.base import Id, Model, Text, vocabulary
from casebook.schema.case import Texts
from casebook.schema.exercise import Group
from casebook.schema.reference_pages import DecisionName, WrittenPage

SheetName = Literal["participant", "outcome", "facilitator"]
PaperName = Literal[
    "sheet", "large-print", "short", "short-large-print", "facilitator", "seats", "key", "tally", "short-tally",
    "cards", "wall", "peer", "note",
]  # fmt: skip
DecisionStep = Literal["read", "choose", "pairs", "room", "outcome", "otherwise", "home"]
"""The steps of a decision, in the order of `session.steps` in the words of the interface."""
DECISION_STEPS: tuple[str, ...] = get_args(DecisionStep)
LONGEST_STRETCH = 75
"""So many minutes people sit at the most before a break."""
SLACK_FROM, SLACK_EACH_HOUR = 60, 5
"""A session of so many minutes keeps so many free for each full hour."""


class Print(Model):
    """Something to print before the session."""

    what: Text = Field(description="What it is, and how many.")
    exercise: Id | None = Field(
        None, description="The exercise that it belongs to.", json_schema_extra=vocabulary("exercises")
    )
    paper: PaperName = Field("sheet", description="Which of its sheets.")
    sheet: SheetName | None = Field(None, description="A sheet of the decision that the session names.")
    per: Literal["person", "pair", "table", "session"] = Field(
        "session", description="Who shares one: person, pair, table, or session where one is enough for all."
    )


class SessionStep(Model):
    """A step of a session. A step of its decision has the words of that step, unless it has its own."""

    minutes: int = Field(ge=1, le=120, description="How long it takes.")
    kind: Literal["welcome", "break", "slack"] | None = Field(
        None, description="welcome where people agree what stays in the room, break, or slack: minutes kept free."
    )
    decision: DecisionStep | None = Field(None, description="The step of the session's decision that it is.")
    title: Text | None = Field(None, description="What it is called.")
    text: Text | None = Field(None, description="What happens.")
    say: Text | None = Field(None, description="The words to say.")
    exercise: Id | None = Field(
        None, description="The exercise that is used.", json_schema_extra=vocabulary("exercises")
    )
    drop_first: bool = Field(False, description="true for the step to leave out first when time runs short.")


class Session(WrittenPage):
    """A ready session: the minutes, what to print, what to say."""

    scripts: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        (), description="[session] where it has a decision, so that another can take its place."
    )
    minutes: int = Field(ge=10, le=480, description="How long it takes: the sum of its steps.")
    group: Group = Field(description="How many people.")
    tables: Group | None = Field(
        None, description="How many sit at a table, where each table does the exercises by itself."
    )
    good_for: Text = Field(description="What it is for.")
    decision: DecisionName | None = Field(
        None,
        description="A decision to take, as case/decision; another can take its place.",
        json_schema_extra=vocabulary("decisions"),
    )
    print_: Annotated[tuple[Print, ...], Field(strict=False)] = Field((), alias="print", description="What to print.")
    bring: Texts = Field((), description="What else to have in the room.")
    steps: tuple[SessionStep, ...] = Field(strict=False, min_length=1, description="The steps, in order.")

    @property
    def stretches(self) -> tuple[int, ...]:
        """The minutes between the breaks, from the first stretch to the last."""
        found = [0]
        for step in self.steps:
            if step.kind == "break":
                found.append(0)
            else:
                found[-1] += step.minutes
        return tuple(found)

    @property
    def dropped_first(self) -> int | None:
        """The place of the step that is left out first; None where none says so."""
        return next((place for place, step in enumerate(self.steps) if step.drop_first), None)


class MethodStep(Model):
    """A step of a method."""

    minutes: int = Field(ge=1, le=120, description="How long it takes, as advice.")
    text: Text = Field(description="What happens.")


class Method(WrittenPage):
    """A method card."""

    purpose: Text = Field(description="What it is for.")
    group: Group = Field(description="How many people.")
    materials: Texts = Field(min_length=1, description="What to have in the room.")
    steps: tuple[MethodStep, ...] = Field(strict=False, min_length=2, description="The steps, with minutes.")
    use_when: Text = Field(description="When to use it.")
    avoid: Text = Field(description="When to leave it, or what people complain of.")
    source: Text = Field(
        description="Where it comes from, and how that was read; [@id] for a source of the bibliography."
    )
    decision: DecisionName | None = Field(
        None, description="A decision to begin with, as case/decision.", json_schema_extra=vocabulary("decisions")
    )
    exercises: Annotated[tuple[Id, ...], Field(strict=False)] = Field(
        (), description="Exercises that use it.", json_schema_extra=vocabulary("exercises")
    )

    @property
    def minutes(self) -> int:
        """The minutes of its steps together."""
        return sum(step.minutes for step in self.steps)
