"""The models of rules: when a pattern fits the answers, and what the page says then. Rules are data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from casebook.schema.base import Id, Model, Number, Text
from casebook.schema.case import Ids


class Condition(Model):
    """One rule. Exactly one of the ways to put it; `all` and `any` join rules.

    Scores are means of answers from 1 to 5; high is 3.5 and above, low 2.4 and below.
    """

    all: Annotated[tuple[Condition, ...], Field(strict=False)] = Field((), description="Every one of these fits.")
    any: Annotated[tuple[Condition, ...], Field(strict=False)] = Field((), description="At least one of these fits.")
    of: Id | None = Field(None, description="The score of a dimension.")
    mean_of: Ids = Field((), description="The mean of the scores of several dimensions.")
    gap: Ids = Field(
        (), description="Of two dimensions: the first less the second. Of three or more: the widest difference."
    )
    count: Id | None = Field(None, description="How often a trace, a box, a mark or a choice was given.")
    of_all: Id | None = Field(
        None, description="With count: as a share of the cards or rows of this part that are in use (0 to 1)."
    )
    from_: int | None = Field(
        None,
        alias="from",
        ge=2,
        description="With of_all: how many must be in use; with fewer there are too few answers to say.",
    )
    chose: Text | None = Field(None, description="An option of a scene, as scene.option.")
    more: Id | None = Field(None, description="A trace or box that appears more often ...")
    than: Id | None = Field(None, description="... than this one.")
    people_judge: Text | None = Field(
        None, description="What only the people in the room can judge, as a question to themselves."
    )
    otherwise: bool = Field(False, description="Fits when nothing before it did.")
    at_least: Number | None = Field(None, description="The lowest number that fits.")
    at_most: Number | None = Field(None, description="The highest number that fits.")

    @model_validator(mode="after")
    def says_one_thing(self) -> Condition:
        """A rule says one thing, and a number where one is needed."""
        ways = [
            name
            for name in ("all", "any", "of", "mean_of", "gap", "count", "chose", "more", "people_judge", "otherwise")
            if getattr(self, name)
        ]
        if len(ways) != 1:
            raise ValueError(
                "must say one thing: all, any, of, mean_of, gap, count, chose, more ... than, people_judge or otherwise"
            )
        if ways[0] in ("of", "mean_of", "gap", "count") and self.at_least is None and self.at_most is None:
            raise ValueError(f"needs at_least or at_most beside {ways[0]}")
        if self.from_ and not self.of_all:
            raise ValueError("says from without of_all; it belongs to a share")
        if (self.more is None) != (self.than is None):
            raise ValueError("needs both more and than")
        return self


def _as_condition(value: object) -> object:
    return {"otherwise": True} if value == "otherwise" else value


Rule = Annotated[Condition, BeforeValidator(_as_condition, json_schema_input_type=Literal["otherwise"] | Condition)]


class Pattern(Model):
    """What the page says when a rule fits. It speaks of the work, never of the person."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    title: Text = Field(description="A neutral name.")
    when: Rule = Field(description="The rule, or the word otherwise.")
    text: Text = Field(description="What the page says.")
    ask: Text | None = Field(None, description="A question to take on.")


Patterns = Annotated[tuple[Pattern, ...], Field(strict=False)]
Shows = Literal["first", "every"]


Condition.model_rebuild()
