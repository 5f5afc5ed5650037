from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.analysis.evidence_strength import ORDER, strongest
from casebook.citations.withheld_titles import finding_anchor
from casebook.components.case.labels import country_name
from casebook.components.evidence.names_apart import disambiguator
from casebook.data.payloads.findings import mark_of
from casebook.library.library import CaseFinding, Library, per_library
from casebook.render.context import PageContext, component
from casebook.schema.case import STANCES, Case

FIRST_ROWS = 48
"""How many cases the page of the matrix holds; the others come when asked for."""


@dataclass(frozen=True)
class Row:
    """A case in the matrix: what it can be chosen and sorted by, and its findings by claim.

    Modes and purposes are those known before the first decision.
    """

    slug: str
    case: Case
    modes: tuple[str, ...]
    purposes: tuple[str, ...]
    countries: tuple[str, ...]
    strength: str
    rank: int
    begins: int
    cells: Mapping[str, list[CaseFinding]]


@per_library
def matrix_rows(library: Library) -> list[Row]:
    """Every case with its findings by claim, in the order of titles."""
    rows = [_row(slug, case) for slug, case in library.cases.items()]
    return sorted(rows, key=lambda row: row.case.title.lower())


def _row(slug: str, case: Case) -> Row:
    cells: dict[str, list[CaseFinding]] = {}
    for finding in sorted(case.findings, key=lambda one: STANCES.index(one.stance)):
        cells.setdefault(finding.claim, []).append(CaseFinding(slug, case, finding))
    forms = has_begun(case.forms, first_day(case)) or case.forms[:1]
    strength = strongest(case)
    return Row(
        slug,
        case,
        _once(form.mode for form in forms),
        _once(form.purpose for form in forms),
        _once((case.country, *(part.country for part in case.parts))),
        strength,
        ORDER.index(strength),
        case.when.begins.year,
        cells,
    )


def _once(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


@component
def matrix_row(ctx: PageContext, row: Row) -> Markup:
    """A case in the matrix: its title, and under each claim the signs of its findings."""
    return ctx.render(
        "matrix_row",
        row=row,
        country=country_name(ctx, row.case.country),
        named=lambda told: disambiguator(ctx, told),
        mark=mark_of,
        anchor=lambda told: finding_anchor(told.case, told.finding),
    )
