"""A case in words for comparing, told to its end: what the page Compare loads of it, one file a case."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TypedDict

from casebook.analysis.evidence_strength import strengths
from casebook.citations.labels import names_in
from casebook.citations.withheld_titles import numbers_of
from casebook.library.library import Library
from casebook.schema.base import Sourced
from casebook.schema.case import Case, Fact, Finding, Form, Result
from casebook.text.dates import When
from casebook.text.markdown import typographic
from casebook.text.punctuation import capital, titled
from casebook.wording.messages import Messages
from casebook.wording.results import direction, how_found, what_came_out


class StatementPayload(TypedDict, total=False):
    """A statement in words; what is empty is left out."""

    text: str
    part: str
    when: str
    """In brackets."""
    limits: str
    """What a finding or a result cannot show, led by the words that say so."""
    doubts: list[str]
    disputed: list[str]
    sources: list[tuple[str, str]]
    """The number of each source in its case, and its short name."""


class FormPayload(StatementPayload):
    """A form of a case."""

    mode: str
    label: str
    years: tuple[float | None, float | None]
    """Both ends, as years with a fraction."""
    dated: bool


class FindingPayload(StatementPayload):
    """A finding: fact and reading apart."""

    id: str
    claim: str
    stance: str
    reading: str


class ResultPayload(StatementPayload):
    """A result: what was measured, what came out, how it was found out."""

    measure: str
    out: str
    how: str


class StrengthPayload(TypedDict):
    """The strength of the evidence of a part, or of the whole (None), in words."""

    part: str | None
    words: str


class ComparePayload(TypedDict):
    """Everything that Compare shows of a case, in words: data/<slug>.js."""

    slug: str
    name: str
    """Title and place."""
    title: str
    place: str
    when: str
    parts: dict[str, str]
    """The name of each part, by id."""
    part_names: dict[str, str]
    """Title and name of each part, by id."""
    summary: str
    facts: list[StatementPayload]
    forms: list[FormPayload]
    span: tuple[float | None, float | None]
    statements: dict[str, list[StatementPayload]]
    """task, home, across, above, and whatever else is in `STATEMENT_FIELDS`."""
    findings: list[FindingPayload]
    results: list[ResultPayload]
    ended: str
    after_all: str
    strengths: list[StrengthPayload]


class EndingPayload(TypedDict):
    """How a case ended: the fixed word, the same as a sentence, and every form, mode and purpose that it came to
    have.
    """

    how: str
    words: str
    facets: dict[str, list[str]]


def compare_payload(library: Library, slug: str, messages: Messages) -> ComparePayload:
    """Everything that Compare shows of a case, in words; a statement that belongs to a part names it."""
    case = library.cases[slug]
    teller = StatementFormatter(names_in(library, case).short, messages, numbers_of(case))
    return {
        "slug": slug,
        "name": typographic(titled(case.title, case.place)),
        "title": typographic(case.title),
        "place": case.place,
        "when": case.when.years(),
        "parts": {part.id: part.name for part in case.parts},
        "part_names": {part.id: typographic(titled(case.title, part.name)) for part in case.parts},
        "summary": typographic(case.summary),
        "facts": [teller.fact(fact) for fact in case.facts],
        "forms": [teller.form(form) for form in case.forms],
        "span": years_of(case.when),
        "statements": {
            name: [teller.statement(one) for one in statements] for name, statements in case.statements.items()
        },
        "findings": [teller.finding(finding) for finding in case.findings],
        "results": [teller.result(result) for result in case.results],
        "ended": ending_payload(case, messages)["words"],
        "after_all": typographic(case.after_all or ""),
        "strengths": [
            {"part": part, "words": messages.t(f"evidence.{strength}")} for part, strength in strengths(case).items()
        ],
    }


def ending_payload(case: Case, messages: Messages) -> EndingPayload:
    """How a case ended: the fixed word, and the same as a sentence; and every form, mode and purpose that it came to
    have.
    """
    how = case.ending
    label = messages.t(f"endings.{how}")
    when = f", {case.ended.when.spoken()}" if case.ended and case.ended.when and how != "not-known" else ""
    facets: dict[str, list[str]] = {
        "form": list(dict.fromkeys(form.form for form in case.forms if form.form)),
        "mode": list(dict.fromkeys(form.mode for form in case.forms)),
        "purpose": list(dict.fromkeys(form.purpose for form in case.forms if form.purpose)),
    }
    return {"how": how, "words": f"{messages.t('case.ended')}: {label[0].lower()}{label[1:]}{when}.", "facets": facets}


def years_of(when: When) -> tuple[float | None, float | None]:
    """Both ends of a span as years with a fraction (2018.5 is the middle of 2018); None where an end is open."""
    return as_year(when.begins) if when.start else None, as_year(when.ends) if when.end else None


def as_year(day: datetime.date) -> float:
    """A day as a year with a fraction, to two places."""
    first, next_ = datetime.date(day.year, 1, 1), datetime.date(min(day.year + 1, 9999), 1, 1)
    return round(day.year + (day - first).days / max((next_ - first).days, 1), 2)


class StatementFormatter:
    """Puts the statements of one case into words; `names` gives the name of each source, `numbers` its number, by which
    its anchor is called.
    """

    def __init__(self, names: dict[str, str], messages: Messages, numbers: Mapping[str, int]) -> None:
        self.names = names
        self.numbers = numbers
        self.messages = messages

    def statement(self, thing: Sourced) -> StatementPayload:
        """A statement with its sources, its doubts, its part and its date in brackets; nothing that is empty."""
        doubts = [self.messages.t(f"case.{name}").lower() for name in ("judgement", "inferred") if getattr(thing, name)]
        disputed = [f"{self.messages.t('case.disputed')}. {typographic(one.text)}" for one in thing.disputed]
        sources = [(str(self.numbers.get(one.source, 0)), self._note(one.source, one.at)) for one in thing.sources]
        limits: str | None = getattr(thing, "limits", None)
        found: StatementPayload = {}
        if thing.text:
            found["text"] = typographic(thing.text)
        if thing.part:
            found["part"] = thing.part
        if thing.when and thing.when.bracketed():
            found["when"] = thing.when.bracketed()
        if limits:
            found["limits"] = f"{self.messages.t('case.limits')} {typographic(limits)}"
        if doubts:
            found["doubts"] = doubts
        if disputed:
            found["disputed"] = disputed
        if sources:
            found["sources"] = sources
        return found

    def _note(self, id_: str, at: str | None) -> str:
        name = self.names.get(id_, id_)
        return typographic(f"{name}, {at}" if at else name)

    def fact(self, fact: Fact) -> StatementPayload:
        """A measure with its value and its date as one sentence, and what has to be said about it as the next."""
        when = f" {fact.when.bracketed()}" if fact.when else ""
        text = " ".join(
            part for part in (f"{capital(fact.measure)}: {fact.value.rstrip('.')}{when}.", fact.text) if part
        )
        found = self.statement(fact)
        found.pop("when", None)
        return {**found, "text": typographic(text)}

    def form(self, form: Form) -> FormPayload:
        """A form: its mode, its name, its years."""
        years = years_of(form.when) if form.when else (None, None)
        found: FormPayload = {
            **self.statement(form),
            "mode": form.mode,
            "label": typographic(form.label),
            "years": years,
            "dated": form.when is not None,
        }
        if form.when:
            found["when"] = form.when.spoken()
        return found

    def finding(self, finding: Finding) -> FindingPayload:
        """A finding: claim, stance, fact and reading apart."""
        told = self.statement(finding)
        return {
            **told,
            "id": finding.id,
            "claim": finding.claim,
            "stance": finding.stance,
            "reading": typographic(finding.reading),
        }

    def result(self, result: Result) -> ResultPayload:
        """A result: what was measured, what came out, how it was found out."""
        out = direction(result, self.messages) + what_came_out(result, self.messages)
        how = how_found(result, self.messages)
        return {
            **self.statement(result),
            "measure": typographic(result.measure),
            "out": typographic(out),
            "how": typographic(how),
        }
