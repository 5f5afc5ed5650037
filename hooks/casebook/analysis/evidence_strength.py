"""The strength of a case's evidence: derived from its results, part by part, never typed.

The order of designs and measurers is the casebook's own convention (docs/about/method.md).
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

from casebook.schema.case import Case, Result

EvidenceStrength = Literal["compared-at-arms-length", "compared-by-insiders", "followed-over-time", "told"]
ORDER: tuple[EvidenceStrength, ...] = ("compared-at-arms-length", "compared-by-insiders", "followed-over-time", "told")
COMPARED = ("trial", "controlled", "time-series-with-comparison")
FOLLOWED = ("time-series", "before-after")
AT_ARMS_LENGTH = ("at-arms-length", "commissioned")


def strength_of_result(result: Result) -> EvidenceStrength:
    """How strong one result is: by its design, and by who measured."""
    if result.design in COMPARED:
        return "compared-at-arms-length" if result.measured_by in AT_ARMS_LENGTH else "compared-by-insiders"
    return "followed-over-time" if result.design in FOLLOWED else "told"


def strength_of_part(case: Case, part: str | None) -> EvidenceStrength:
    """The strength of a part's strongest result; told where there is none. None means the results that name no part."""
    found = [strength_of_result(result) for result in case.results if result.part == part]
    return min(found, key=ORDER.index, default="told")


def strengths(case: Case) -> dict[str | None, EvidenceStrength]:
    """The strength for the whole, and for each part that has results of its own."""
    parts = {result.part for result in case.results if result.part}
    found: dict[str | None, EvidenceStrength] = {
        part.id: strength_of_part(case, part.id) for part in case.parts if part.id in parts
    }
    if not found or any(result.part is None for result in case.results):
        found = {None: strength_of_part(case, None), **found}
    return found


def strongest(case: Case) -> EvidenceStrength:
    """The strongest of all parts, for sorting and filtering."""
    return min(strengths(case).values(), key=ORDER.index)


def how_much_was_read(case: Case) -> list[tuple[str, int]]:
    """How many sources were read whole, by their opening, and so on; the fullest reading first."""
    counts = Counter(source.read for source in case.sources)
    return [
        (read, counts[read]) for read in ("whole", "opening", "abstract", "record", "through-another") if counts[read]
    ]
