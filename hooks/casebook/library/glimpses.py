"""What a page says of items that are not its own. Each answer is a plain value, so that the page is written anew only
where the answer has changed, and not at every change of the item.
"""

from __future__ import annotations

from typing import NamedTuple

from casebook.library.library import CaseFinding, Library, plain_value
from casebook.schema.case import STANCES


class Glimpse(NamedTuple):
    """A case as a link to it names it."""

    slug: str
    title: str
    place: str
    question: str
    """The question of its first decision; empty where it has none."""


@plain_value
def glimpse(library: Library, slug: str) -> Glimpse | None:
    """A case as others name it; None where there is no sound case of that name."""
    case = library.cases.get(slug)
    if case is None:
        return None
    return Glimpse(slug, case.title, case.place, case.decisions[0].seats[0].question if case.decisions else "")


def findings_on(library: Library, claim: str) -> list[CaseFinding]:
    """The findings on one claim, in the order of the cases: rests on the cases that have any, and on no other."""
    return [
        CaseFinding(slug, library.cases[slug], finding)
        for slug in _cases_on(library, claim)
        for finding in library.cases[slug].findings
        if finding.claim == claim
    ]


@plain_value
def _cases_on(library: Library, claim: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.slug for told in library.findings.get(claim, ())))


@plain_value
def stances_on(library: Library, claim: str) -> tuple[str, ...]:
    """The stances that cases take on a claim, in the order of all stances."""
    found = {told.finding.stance for told in library.findings.get(claim, ())}
    return tuple(stance for stance in STANCES if stance in found)
