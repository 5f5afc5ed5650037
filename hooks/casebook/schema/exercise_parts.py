"""The models of the parts of an exercise: rated statements, pairs, scenes, cards, grids, prompts, maps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from casebook.schema.base import Id, Model, Text, vocabulary
from casebook.schema.case import Ids, Texts, Words
from casebook.schema.scoring_rules import Patterns, Shows


class Item(Model):
    """One statement to be rated."""

    id: Id = Field(description="Never changes its meaning; a new wording with a new meaning is a new id.")
    text: Text = Field(description="At most 25 words; one idea; no reversed wording.")
    short: bool = Field(False, description="true when it belongs to the short form.")
    stands_because: Text | None = Field(None, description="Why an item with and, or, or a comma stands as it is.")
    peer: Text | None = Field(None, description="The same in the third person, for the peer sheet of the part.")
    erratum: Text | None = Field(None, description="Why the text was changed under its old id.")


class Dimension(Model):
    """Items that are looked at together."""

    id: Id = Field(description="Never changes.")
    title: Text = Field(description="What it is about.")
    items: tuple[Item, ...] = Field(strict=False, min_length=1, description="The statements.")
    try_: Text | None = Field(None, alias="try", description="One thing to try.")
    ask: Text | None = Field(None, description="One question to ask a peer.")
    check: Text | None = Field(None, description="What to check when the marks are very high.")
    claims: Ids = Field(
        (),
        description="The claims it bears on; the case to read is derived from them.",
        json_schema_extra=vocabulary("claims"),
    )


class Pair(Model):
    """Two statements; the answer says which fits better."""

    id: Id = Field(description="Never changes.")
    left: Text = Field(description="The one side.")
    right: Text = Field(description="The other side.")
    stands_because: Text | None = Field(None, description="Why a pair with and, or, or a comma stands as it is.")
    erratum: Text | None = Field(None, description="Why the text was changed under its old id.")


class PairDimension(Model):
    """Pairs that are looked at together."""

    id: Id = Field(description="Never changes.")
    title: Text = Field(description="What it is about.")
    items: tuple[Pair, ...] = Field(strict=False, min_length=1, description="The pairs.")
    try_: Text | None = Field(None, alias="try", description="One thing to try.")
    ask: Text | None = Field(None, description="One question to ask a peer.")
    check: Text | None = Field(None, description="What to check when the marks lie at an end.")
    claims: Ids = Field((), description="The claims it bears on.", json_schema_extra=vocabulary("claims"))


class PartBase(Model):
    """What every part of an exercise has."""

    id: Id = Field(description="A short name in lower case with hyphens; it never changes.")
    title: Text | None = Field(None, description="A heading.")
    intro: Text | None = Field(None, description="What to do, in a sentence or two.")
    patterns: Patterns = Field((), description="What the page says to a result.")
    shows: Shows = Field("every", description="Whether the first rule that fits shows, or every one.")


SUBJECT_NAMED = "true leaves a line on paper to write the name of what they are about: which network, which agreement."


class RatedStatements(PartBase):
    """Statements to be rated, by dimension."""

    kind: Literal["statements"] = Field(description="Rated statements.")
    scale: Id = Field(description="The set of five labelled points.", json_schema_extra=vocabulary("scales"))
    subject: Text | None = Field(None, description="What the statements are about.")
    subject_named: bool = Field(False, description=SUBJECT_NAMED)
    dimensions: tuple[Dimension, ...] = Field(strict=False, min_length=1, description="The statements, by dimension.")
    peer_sheet: bool = Field(
        False, description="true prints a sheet in the third person for two peers; nothing of it is scored."
    )


class Pairs(PartBase):
    """Paired statements."""

    kind: Literal["pairs"] = Field(description="Paired statements.")
    scale: Id = Field("pair5", description="The set of five labelled points.", json_schema_extra=vocabulary("scales"))
    subject: Text | None = Field(None, description="What the pairs are about.")
    subject_named: bool = Field(False, description=SUBJECT_NAMED)
    left: Text = Field(description="What the left side stands for.")
    right: Text = Field(description="What the right side stands for.")
    dimensions: tuple[PairDimension, ...] = Field(strict=False, min_length=1, description="The pairs, by dimension.")


class Trace(Model):
    """Something that is counted along the way."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="What it means.")


class SceneOption(Model):
    """One thing that can be done in a scene."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="What is done.")
    then: Text = Field(description="What follows; shown after the choice.")
    adds: Ids = Field((), description="The traces it leaves.")


class Scene(Model):
    """A scene; the story always rejoins at the next one."""

    id: Id = Field(description="Never changes.")
    title: Text = Field(description="Its name.")
    text: Text = Field(description="What is going on.")
    options: tuple[SceneOption, ...] = Field(strict=False, min_length=2, max_length=5, description="What can be done.")


class Scenes(PartBase):
    """Decisions that branch and rejoin."""

    kind: Literal["scenes"] = Field(description="A story in scenes.")
    traces: tuple[Trace, ...] = Field(strict=False, min_length=1, description="What is counted along the way.")
    scenes: tuple[Scene, ...] = Field(strict=False, min_length=1, description="The scenes, in order.")
    endings: Patterns = Field(description="The endings; the first that fits is shown.")
    shows: Shows = Field("first", description="Whether the first rule that fits shows, or every one.")


class Labelled(Model):
    """A box, a mark, a choice."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="What it says.")
    ask: Text | None = Field(None, description="What to write beside it.")


class Card(Model):
    """A card to sort, draw or mark."""

    id: Id = Field(description="Never changes.")
    text: Text = Field(description="What it says.")


class Cards(PartBase):
    """Cards to sort into boxes, to draw, or to mark."""

    kind: Literal["cards"] = Field(description="Cards.")
    cards: tuple[Card, ...] = Field(strict=False, min_length=2, description="The cards.")
    boxes: tuple[Labelled, ...] = Field((), strict=False, description="Where cards can be put.")
    marks: tuple[Labelled, ...] = Field(
        (), strict=False, description="What can be marked on a card; a card may have several marks."
    )
    draw: int | None = Field(None, ge=1, description="How many cards are drawn; leave out to deal them all.")
    ask: Texts = Field((), description="What is asked of each card.")
    own_cards: int = Field(0, ge=0, le=20, description="How many cards people may add.")
    kept_back: Text | None = Field(
        None,
        description="What must be over before anybody sees the cards; sheets say so beside them, on the screen a "
        "button deals them.",
    )


class Column(Model):
    """One column of a grid: free text, a whole number, or a choice."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="What is asked.")
    choices: tuple[Labelled, ...] = Field(
        (), strict=False, description="The answers to choose from; leave out for free text."
    )
    number: bool = Field(False, description="true asks for a whole number.")


class Grid(PartBase):
    """Rows and columns to fill: a canvas, a ledger, a route, a list of partners."""

    kind: Literal["grid"] = Field(description="A table to fill.")
    rows: tuple[Labelled, ...] = Field((), strict=False, description="Named rows (a canvas).")
    rows_up_to: int | None = Field(
        None, ge=1, le=40, description="How many rows people may write themselves, where rows have no names."
    )
    row: Text | None = Field(None, description="What people write in a row: an organisation, a step, a promise.")
    columns: tuple[Column, ...] = Field((), strict=False, description="Columns; leave out for one column of free text.")
    wall: bool = Field(False, description="true prints a sheet for the wall.")


class Prompt(Model):
    """A prompt for a free text. Free text is never pooled."""

    id: Id = Field(description="Never changes.")
    label: Text = Field(description="What is asked.")
    hint: Text | None = Field(None, description="How to go about it.")
    words: int | None = Field(None, ge=5, le=500, description="The most words.")
    avoid: Texts = Field((), description="Words that the page points out.")


class Prompts(PartBase):
    """Prompts for free text."""

    kind: Literal["text"] = Field(description="Free text.")
    prompts: tuple[Prompt, ...] = Field(strict=False, min_length=1, description="What is asked.")


STRENGTHS = ("thick", "thin", "broken", "missing")
"""What a tie on a map can be."""


class Map(PartBase):
    """Roles and the ties between them, entered as a table, drawn as a picture of the same facts."""

    kind: Literal["map"] = Field(description="A map of roles and ties.")
    roles_up_to: int = Field(16, ge=2, le=40, description="The most roles.")
    role_kinds: Words = Field((), description="Kinds to choose from.", json_schema_extra=vocabulary("member_kinds"))
    tokens: int | None = Field(None, ge=1, le=50, description="How many tokens may be spent on ties.")


ExercisePart = Annotated[RatedStatements | Pairs | Scenes | Cards | Grid | Prompts | Map, Field(discriminator="kind")]
MAP_COUNTS = ("roles", "ties", "thick", "thin", "broken", "missing", "one-person")
