"""The texts of findings, one script for each claim: matrix and claim pages load it when a visitor asks what happened,
so their own files tell no ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypedDict

from casebook.citations.labels import names_in
from casebook.citations.source_identity import identity, sources_by_identity
from casebook.citations.withheld_titles import finding_anchor, numbers_of
from casebook.core import routes
from casebook.core.attempts import Writer
from casebook.data.script_file import as_script
from casebook.library.glimpses import findings_on
from casebook.library.library import CaseFinding, Library, plain_value
from casebook.schema.base import Citation
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled
from casebook.wording.messages import Messages


class NotePayload(TypedDict):
    """A source as a note on a finding names it."""

    name: str
    at: str
    """The place in it."""
    read: str
    """How much of it was read, in words."""
    page: str
    """Where the whole entry is."""
    others: str
    """The other cases that rest on it, in words."""


class DisputePayload(TypedDict):
    """What another source says against a finding."""

    text: str
    sources: list[NotePayload]


class FindingTextPayload(TypedDict):
    """What a finding says, as plain text: data/claims/<id>.js holds one for each finding on a claim, by
    case/finding.
    """

    text: str
    limits: str
    """What the fact cannot show; empty where nothing is said."""
    reading: str
    when: str
    part: str
    doubt: str
    sources: list[NotePayload]
    disputed: list[DisputePayload]
    page: str


def mark_of(told: CaseFinding) -> str:
    """What a page and the script of a claim call a finding: its case and its number, as its id may tell the ending."""
    return f"{told.slug}/{finding_anchor(told.case, told.finding)}"


def claim_script(claim: str) -> str:
    """The path of a claim's script."""
    return routes.claim_script(claim)


def claim_scripts(library: Library) -> Iterator[Writer[str]]:
    """The path of each claim's script (fact and reading of every finding, apart, with sources), and how it is
    written.
    """
    for claim in library.findings:
        yield claim_script(claim), partial(_script, library, claim)


def _script(library: Library, claim: str) -> str:
    texts = {mark_of(told): finding_text(library, told, library.messages) for told in findings_on(library, claim)}
    return as_script(f"claim:{claim}", texts)


def finding_text(library: Library, told: CaseFinding, messages: Messages) -> FindingTextPayload:
    """What a finding says, as plain data: texts, doubts, dates, and notes on its sources."""
    finding = told.finding
    parts = {part.id: part.name for part in told.case.parts}
    doubts = [messages.t(f"case.{name}").lower() for name in ("judgement", "inferred") if getattr(finding, name)]

    def notes(cited: Iterable[Citation]) -> list[NotePayload]:
        return [_note(library, told, one, messages) for one in cited]

    return {
        "text": typographic(finding.text),
        "limits": typographic(finding.limits or ""),
        "reading": typographic(finding.reading),
        "when": finding.when.bracketed() if finding.when else "",
        "part": parts.get(finding.part or "", ""),
        "doubt": ", ".join(doubts),
        "sources": notes(finding.sources),
        "disputed": [{"text": typographic(one.text), "sources": notes(one.sources)} for one in finding.disputed],
        "page": routes.case(told.slug, finding_anchor(told.case, finding)),
    }


def _note(library: Library, told: CaseFinding, cited: Citation, messages: Messages) -> NotePayload:
    source = next(one for one in told.case.sources if one.id == cited.source)
    others = _others(library, identity(source), told.slug)
    return {
        "name": typographic(names_in(library, told.case).short[source.id]),
        "at": typographic(cited.at or ""),
        "read": messages.t(f"read_one.{source.read}"),
        "page": routes.case(told.slug, f"source-{numbers_of(told.case)[source.id]}"),
        "others": typographic(messages.t("told.others", cases="; ".join(others))) if others else "",
    }


@plain_value
def _others(library: Library, source: str, slug: str) -> tuple[str, ...]:
    """The other cases that rest on a source, in words."""
    others = (library.cases[other] for other in sources_by_identity(library)[source].slugs if other != slug)
    return tuple(titled(case.title, case.place) for case in others)
