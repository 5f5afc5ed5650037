from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.evidence_strength import ORDER, how_much_was_read, strengths
from casebook.render.context import PageContext, component
from casebook.schema.case import Case


@component
def evidence_strength(ctx: PageContext, case: Case) -> Markup:
    """The strength of a case's evidence, part by part, and beside it how much of its sources was read."""
    found = strengths(case)
    names = {part.id: part.name for part in case.parts}
    rows = [(names.get(part or ""), strength, ORDER.index(strength)) for part, strength in found.items()]
    return ctx.render("evidence_strength", rows=rows, read=how_much_was_read(case), sources=len(case.sources))
