from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.analysis.evidence_strength import ORDER, strongest
from casebook.citations.source_identity import shared_sources
from casebook.citations.withheld_titles import finding_anchor, numbers_of
from casebook.components.case.labels import country_name
from casebook.components.evidence.names_apart import disambiguator
from casebook.data.payloads.findings import claim_script, mark_of
from casebook.library.library import CaseFinding, Library
from casebook.render.context import PageContext, component
from casebook.schema.case import MODES, PURPOSES, STANCES, Case


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


@dataclass(frozen=True)
class Choice:
    """One way to choose rows or columns: its name in the address, its label, and the values with their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


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


def choices_of(ctx: PageContext, rows: Iterable[Row]) -> list[Choice]:
    """What the matrix can be narrowed by: modes, purposes and countries of the cases, strength of evidence, claim."""
    used = {word for row in rows for word in row.countries}
    return [
        Choice("modes", ctx.t("matrix.mode"), tuple((mode, ctx.t(f"modes.{mode}")) for mode in MODES)),
        Choice(
            "purposes", ctx.t("matrix.purpose"), tuple((purpose, ctx.t(f"purposes.{purpose}")) for purpose in PURPOSES)
        ),
        Choice(
            "countries",
            ctx.t("matrix.country"),
            tuple(sorted(((code, country_name(ctx, code)) for code in used), key=lambda one: one[::-1])),
        ),
        Choice(
            "strength", ctx.t("matrix.strength"), tuple((strength, ctx.t(f"evidence.{strength}")) for strength in ORDER)
        ),
        Choice("claim", ctx.t("matrix.claim"), tuple((id_, claim.label) for id_, claim in ctx.library.claims.items())),
    ]


def by_stance(rows: Iterable[Row], claim_id: str) -> list[tuple[str, list[CaseFinding]]]:
    """The findings on a claim in the order of the rows, under each stance that some case takes."""
    findings = [told for row in rows for told in row.cells.get(claim_id, [])]
    groups = ((stance, [told for told in findings if told.finding.stance == stance]) for stance in STANCES)
    return [(stance, told) for stance, told in groups if told]


@component
def evidence_matrix(ctx: PageContext) -> Markup:
    """Claims by cases: in each cell the stance by shape and word; the text waits behind a button.

    To sort and choose by; claim by claim on a phone.
    """
    rows = matrix_rows(ctx.library)
    return ctx.render(
        "evidence_matrix",
        rows=rows,
        claims=ctx.library.claims,
        choices=choices_of(ctx, rows),
        by_stance=lambda claim_id: by_stance(rows, claim_id),
        stances=STANCES,
        shared=shared_sources(ctx.library),
        script=claim_script,
        named=lambda told: disambiguator(ctx, told),
        mark=mark_of,
        country=lambda code: country_name(ctx, code),
        anchor=lambda told: finding_anchor(told.case, told.finding),
        number=lambda slug, id_: numbers_of(ctx.library.cases[slug])[id_],
        root=ctx.to_root,
    )
