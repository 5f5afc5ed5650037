"""What may be said of a case's sources before its decisions are made: who, what kind, how much was read.

No title and no address: both may tell the ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casebook.analysis.disclosure import CaseSnapshot
from casebook.analysis.stages import Stage
from casebook.citations.labels import names_in
from casebook.library.library import Library
from casebook.schema.base import Citation, Sourced, per_model
from casebook.schema.case import Case, Finding

_NUMBER = r"[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?"
_UNIT = (
    r"(?:pages?|pp?\.|tables?|figures?|fig\.|sections?|paragraphs?|paras?|chapters?|box(?:es)?|appendix|slides?|lines?)"
)
_NUMBERS = rf"{_UNIT} {_NUMBER}(?:(?:,| to| and) {_NUMBER})*"
PLACE = re.compile(rf"{_NUMBERS}(?:, {_NUMBERS})*", re.IGNORECASE)
"""A place in a source that is only a number of a page, a table and the like."""


@dataclass(frozen=True)
class QuietSource:
    """A source as a note shows it before a decision.

    `number` is that in the whole case, `name` never its title, `kind` a label, `read` a fixed word.
    """

    number: int
    id: str
    name: str
    kind: str
    read: str


def quiet_sources(library: Library, case: Case) -> list[QuietSource]:
    """The sources of a case in their order, each without what may tell. A kind that is in the name already is empty."""
    kinds, names = library.vocabulary.source_kinds, names_in(library, case).short

    def kind_of(kind: str, name: str) -> str:
        label = kinds.get(kind, kind)
        return "" if name.startswith(label) else label

    return [
        QuietSource(number, one.id, names[one.id], kind_of(one.kind, names[one.id]), one.read)
        for number, one in enumerate(case.sources, 1)
    ]


@per_model
def numbers_of(case: Case) -> Mapping[str, int]:
    """The number of each source of a case, by id. Anchors are made of it: an id, like a title, may tell the ending."""
    return {source.id: number for number, source in enumerate(case.sources, 1)}


def finding_anchor(case: Case, finding: Finding) -> str:
    """The anchor of a finding on the page of its case: its number, as its id may tell the ending."""
    return f"finding-{[one.id for one in case.findings].index(finding.id) + 1}"


def plain_place(at: str | None) -> str:
    """A place in a source, where it is only a number (table 1, pages 4 to 6); nothing where its words may tell."""
    return at if at and PLACE.fullmatch(at.strip()) else ""


def places_in_words(case: Case) -> dict[str, list[str]]:
    """The places in each source that a case names in words, by id: the notes before a decision leave these out."""
    places: dict[str, dict[str, None]] = {}
    for _, model in case.everything:
        if isinstance(model, Citation) and model.at and not plain_place(model.at):
            places.setdefault(model.source, {})[model.at] = None
    return {source: list(named) for source, named in places.items()}


def cited_ids(things: Iterable[Sourced]) -> set[str]:
    """The ids of the sources that some statements name, and of those that dispute them."""
    return {
        one.source
        for thing in things
        for cited in (thing.sources, *(other.sources for other in thing.disputed))
        for one in cited
    }


def sources_by_stage(case: Case, shown: CaseSnapshot, told_stages: Sequence[Stage]) -> list[set[str]]:
    """For each stage the ids of the sources that it is the first to name; the last stage has all that are left."""
    left = {source.id for source in case.sources}
    found: list[set[str]] = []
    for stage in told_stages[:-1]:
        new = cited_ids((*([] if found else shown.everything), *_told_in(stage))) & left
        found.append(new)
        left -= new
    return [*found, left]


def _told_in(stage: Stage) -> tuple[Sourced, ...]:
    options = [option for seat in stage.after.seats for option in seat.options] if stage.after else []
    return (*options, *stage.everything)
