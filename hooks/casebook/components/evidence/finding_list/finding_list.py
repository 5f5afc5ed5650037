from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from casebook.citations.withheld_titles import finding_anchor
from casebook.render.context import PageContext, component
from casebook.schema.case import STANCES, Finding


@component
def finding_list(ctx: PageContext, slug: str, findings: Sequence[Finding]) -> Markup:
    """Findings grouped by claim: stance by shape and word, fact and reading apart."""
    case = ctx.library.cases[slug]
    order = list(ctx.library.claims)
    ranked = sorted(
        findings,
        key=lambda finding: (
            order.index(finding.claim) if finding.claim in order else 99,
            STANCES.index(finding.stance),
        ),
    )
    groups = [(claim, list(group)) for claim, group in groupby(ranked, key=lambda finding: finding.claim)]
    parts = {part.id: part.name for part in case.parts}
    return ctx.render(
        "finding_list",
        slug=slug,
        case=case,
        groups=groups,
        parts=parts,
        anchor=lambda finding: finding_anchor(case, finding),
    )
