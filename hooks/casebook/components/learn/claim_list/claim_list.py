from __future__ import annotations

from markupsafe import Markup

from casebook.library.library import Library
from casebook.render.context import PageContext, component
from casebook.schema.case import STANCES


@component
def claim_list(ctx: PageContext) -> Markup:
    """The twenty-five claims, in the order of the founding article, with the stances that cases take."""
    rows = [(id_, claim, _stances(ctx.library, id_)) for id_, claim in ctx.library.claims.items()]
    return ctx.render("claim_list", rows=rows)


def _stances(library: Library, claim_id: str) -> list[str]:
    found = {told.finding.stance for told in library.findings.get(claim_id, [])}
    return [stance for stance in STANCES if stance in found]
