"""The models of front matter (pages, claims, forms) and of the lists beside them (bibliography, glossary, dates,
scales).
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, RootModel

from casebook.schema.base import Dated, Id, Model, Statement, Text, vocabulary
from casebook.schema.case import TODAY, Event, Ids, Mode, Purpose, Source, Texts

DecisionName = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""A decision as case/decision."""


def _as_pairs(value: object) -> object:
    return (
        tuple(tuple(pair) if isinstance(pair, list) else pair for pair in value) if isinstance(value, list) else value
    )


def _as_step(value: object) -> object:
    if not (
        isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, str) and one.strip() for one in value)
    ):
        raise ValueError('is not a breadcrumb; write a path and its words, such as ["cases.html", "Cases"]')
    if not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.html", value[0]):
        remedy = "write its path from the front page on, such as learn/index.html"
        raise ValueError(f"“{value[0]}” is not a page of the casebook; {remedy}")
    return value


Trail = Annotated[tuple[Annotated[tuple[str, str], BeforeValidator(_as_step)], ...], BeforeValidator(_as_pairs)]


class AuthoredPage(Model):
    """The front matter of a page that people write. Nothing else can be set there: no template, no hook."""

    title: Text = Field(description="What the page is called.")
    description: Text = Field(description="What it is, in a sentence; search engines and shared links show it.")
    render_macros: bool = Field(False, description="true when the page calls components.")
    trail: Trail = Field((), description="The breadcrumbs above it: path and words.")
    scripts: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        (), description="The scripts that it needs, by name."
    )
    kind: Literal["home"] | None = Field(None, description="home for the front page.")
    image: Text | None = Field(
        None, description="The picture that goes with a shared link, from the front page on: assets/share/learn.png."
    )
    searched: bool = Field(True, description="false when the search leaves it out.")
    style: Literal["tools", "room", "across"] | None = Field(
        None,
        description="Which style it needs beside that of every page: tools for exercises and sheets (what lies below "
        "exercises, facilitate and contribute has it already), room for the tools for a room, across for what sets "
        "cases beside each other or lists them with filters.",
    )
    cited: bool = Field(False, description="true when each paragraph must cite a source or say that it is our reading.")


class WrittenPage(Model):
    """What every page has whose text is written by hand below fields of its own: a session, a method."""

    title: Text = Field(description="Its name.")
    description: Text = Field(description="What it is, in a sentence; search engines and shared links show it.")
    render_macros: bool = Field(True, description="true, so that the page may call its plan or card.")
    trail: Trail = Field((), description="The breadcrumbs above it: path and words.")


class Weighed(Model):
    """A finding that was weighed when the reading across cases was written, with a fingerprint of its text."""

    finding: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] = Field(description="case/finding.")
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] = Field(
        description="The first twelve characters of the SHA-256 of claim, stance, text and reading."
    )


class Moment(Model):
    """One scene that lets a reader see what a claim is about, before any case is told to its end."""

    text: Text = Field(
        description="What happens, in 40 to 95 words; it cites a source, or names its case. It tells nothing that came "
        "after the first decision of that case."
    )
    case: Id | None = Field(None, description="The case that it is taken from.", json_schema_extra=vocabulary("cases"))


class Claim(Model):
    """The front matter of a claim page."""

    order: int = Field(99, ge=1, le=99, description="Its place in the order of the founding article, from 1.")
    label: Text = Field(max_length=80, description="Two to six words.")
    statement: Text = Field(description="The claim, in a sentence.")
    where: Text = Field(description="Where it is in the founding article.")
    article: Text = Field(description="The few words of the article that it rests on.")
    moment: Moment | None = Field(None, description="A scene that bears on it, told before any ending.")
    exercises: Ids = Field((), description="Exercises that work on it.", json_schema_extra=vocabulary("exercises"))
    today: Ids = Field((), description=TODAY, json_schema_extra=vocabulary("today"))
    together: Texts = Field(
        (),
        description="What the cases, taken together, say and do not say: paragraphs, by hand. They give no single "
        "ending away.",
    )
    together_on: Dated | None = Field(None, description="The day it was written.")
    weighed: tuple[Weighed, ...] = Field(
        (), strict=False, description="The findings weighed then; written by casebook due --accept."
    )


Firmness = Literal["good", "middling", "weak", "none"]


class Plan(Model):
    """Something that is planned, and has not happened."""

    when: Dated = Field(description="For when it is planned.")
    text: Text = Field(description="What is planned, and by whom; it cites a source as [@id].")


class FormPage(Model):
    """The front matter of a form page. One that says as_of is a form of today, and says all that belongs to one."""

    label: Text = Field(max_length=80, description="What the form is called.")
    mode: Mode = Field(description="How it is organised.")
    purpose: Purpose | None = Field(None, description="What it is for, where one of the three fits.")
    statement: Text = Field(description="What it is, in a sentence.")
    today: Ids = Field((), description=TODAY, json_schema_extra=vocabulary("today"))
    as_of: Dated | None = Field(
        None, description="Only for a form of today: the day or month up to which it was looked up."
    )
    when: Dated | None = Field(
        None, description="Since when there is such a thing; where it is only planned, for when."
    )
    planned: bool = Field(False, description="true where it is planned, and there is none yet.")
    standing: Text | None = Field(
        None,
        description="What it is in law, and since when; like the next four it cites as [@id], or begins *Our "
        "reading:*.",
    )
    held_together: Text | None = Field(None, description="What holds its members together.")
    answers: Text | None = Field(None, description="Who answers to whom.")
    fails: Text | None = Field(None, description="How it tends to fail, or what people fear.")
    evidence: Text | None = Field(None, description="What is known of its effects, and how.")
    firmness: Firmness | None = Field(None, description="How firm the evidence on its effects is.")
    continues: Ids = Field((), description="The older forms that it continues.", json_schema_extra=vocabulary("forms"))
    plans: tuple[Plan, ...] = Field((), strict=False, description="What is planned for it, in date order.")


class Essay(WrittenPage):
    """An essay: each of its paragraphs cites, or begins *Our reading:*. It tells how cases ended, and says so first."""

    order: int = Field(99, ge=1, le=99, description="Its place in the list, from 1.")
    searched: Literal[False] = Field(description="false, because it tells how cases ended.")
    decision: DecisionName = Field(
        description="A decision to take afterwards, as case/decision.", json_schema_extra=vocabulary("decisions")
    )
    exercise: Id = Field(description="An exercise to do afterwards.", json_schema_extra=vocabulary("exercises"))
    question: Text = Field(description="A question to take home.")

    @property
    def cited(self) -> bool:
        """True: each paragraph cites a source, or says that it is our reading."""
        return True


class Bibliography(Model):
    """The sources that pages and exercises may cite."""

    sources: tuple[Source, ...] = Field(strict=False)


class Term(Statement):
    """A word of the field, explained."""

    id: Id = Field(description="Never changes.")
    term: Text = Field(description="The word.")
    found_as: Texts = Field(
        (),
        description="The words by which texts mention it, plurals too: the first on a page is explained there. None "
        "where the word is too common to be explained wherever it is used.",
    )


class Glossary(Model):
    """The words of the field."""

    terms: tuple[Term, ...] = Field(strict=False)


class SynonymGroup(Model):
    """Words for one thing: whoever types one of them finds the cases that have another."""

    id: Id = Field(description="Never changes.")
    words: Texts = Field(min_length=1, description="What people type: names of today, older names, abbreviations.")
    finds: Texts = Field((), description="What is found as well, but does not lead back.")
    forms: Ids = Field(
        (), description="Cases that had this form at first are found as well.", json_schema_extra=vocabulary("forms")
    )


class Synonyms(Model):
    """What the words that people type are called in the cases."""

    small_words: Texts = Field((), description="Words that are not looked for, such as the and of.")
    groups: tuple[SynonymGroup, ...] = Field((), strict=False, description="Words for one thing, group by group.")


class WordToday(Statement):
    """A word that people use today: what it is, what it was called in 2017, and what to read."""

    id: Id = Field(description="Never changes.")
    word: Text = Field(max_length=80, description="The word.")
    also: Texts = Field((), description="Abbreviations and other names for it, by which it is found.")
    text: Text = Field(description="What it is, in a line.")
    when: Dated | None = Field(
        None, description="Since when it is used, where that is known; needed where it is planned."
    )
    planned: bool = Field(False, description="true where it was only planned when it was last looked up.")
    like: Text = Field(description="What it is most like, in the words of 2017.")
    form: Id | None = Field(None, description="The page of its form.", json_schema_extra=vocabulary("forms"))
    claims: Ids = Field(
        min_length=1, description="The claims to set it against.", json_schema_extra=vocabulary("claims")
    )
    ask: Text = Field(description="What those claims lead one to ask of it, in a line.")
    cases: Ids = Field((), description="The cases that speak to it.", json_schema_extra=vocabulary("cases"))
    missing: Text | None = Field(None, description="What no case in the collection speaks to yet.")


class WordsToday(Model):
    """The words of today."""

    words: tuple[WordToday, ...] = Field(strict=False)


class Standard(Statement):
    """A leadership standard that exercises touch."""

    id: Id = Field(description="Never changes.")
    name: Text = Field(description="What it is called.")
    of: Text = Field(description="Whose it is, and for whom.")
    text: Text = Field(description="What it asks about leading with peers, in our words.")
    unseen: Text | None = Field(None, description="What of it we have not seen.")


class Standards(Model):
    """The leadership standards."""

    standards: tuple[Standard, ...] = Field(strict=False)


class PolicyDate(Event):
    """A date of policy."""

    planned: bool = Field(
        False,
        description="true where it was only planned or announced when it was last looked up, and not seen as done.",
    )


class PolicyDates(Model):
    """The policy dates of England against which the cases are set."""

    dates: tuple[PolicyDate, ...] = Field(strict=False)


class Scale(Model):
    """Five labelled points, and two answers that are never scored."""

    points: Annotated[tuple[Text, ...], Field(strict=False, min_length=5, max_length=5)]
    within: Text | None = None
    unsure: Text
    outside: Text


class Scales(RootModel[dict[Id, Scale]]):
    """Every set of labelled points, by id."""


class MemberKind(Model):
    """A kind of member, and the shape that the drawing gives it."""

    label: Text
    shape: Literal["circle", "square", "diamond", "triangle", "table"]


class Vocabulary(Model):
    """The words that cases may choose from: id and label."""

    sectors: dict[Id, Text]
    member_kinds: dict[Id, MemberKind]
    tie_kinds: dict[Id, Text]
    themes: dict[Id, Text]
    source_kinds: dict[Id, Text]
    standpoints: dict[Id, Text]
