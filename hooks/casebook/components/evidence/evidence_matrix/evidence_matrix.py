from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.evidence_strength import ORDER
from casebook.citations.source_identity import shared_sources
from casebook.citations.withheld_titles import finding_anchor
from casebook.components.case.labels import country_name
from casebook.components.evidence.matrix_row.matrix_row import FIRST_ROWS, Row, matrix_rows
from casebook.components.evidence.names_apart import disambiguator
from casebook.data.payloads.findings import claim_script, mark_of
from casebook.library.library import CaseFinding
from casebook.render.context import PageContext, component
from casebook.schema.case import MODES, PURPOSES, STANCES


@dataclass(frozen=True)
class Choice:
    """One way to choose rows or columns: its name in the address, its label, and the values with their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


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
    """The findings on a claim in the order of the rows, under each stance."""
    findings = [told for row in rows for told in row.cells.get(claim_id, [])]
    return [(stance, [told for told in findings if told.finding.stance == stance]) for stance in STANCES]


@component
def evidence_matrix(ctx: PageContext, first: int = FIRST_ROWS) -> Markup:
    """Claims by cases: in each cell the stance by shape and word; the text waits behind a button.

    To sort and choose by; claim by claim on a phone. The page holds the `first` cases by title.
    """
    every = matrix_rows(ctx.library)
    rows = every[:first]
    return ctx.render(
        "evidence_matrix",
        rows=rows,
        claims=ctx.library.claims,
        goes_on=len(every) > first,
        choices=choices_of(ctx, every),
        by_stance=lambda claim_id: by_stance(rows, claim_id),
        any_in=lambda groups: any(told for _, told in groups),
        stances=STANCES,
        shared=bool(shared_sources(ctx.library)),
        script=claim_script,
        named=lambda told: disambiguator(ctx, told),
        mark=mark_of,
        anchor=lambda told: finding_anchor(told.case, told.finding),
        root=ctx.to_root,
    )
