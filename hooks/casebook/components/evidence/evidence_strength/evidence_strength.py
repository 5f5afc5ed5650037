from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.evidence_strength import ORDER, how_much_was_read, strengths
from casebook.render.context import PageContext, component
from casebook.schema.case import Case

BARS = 4


@dataclass(frozen=True)
class Bar:
    """One bar of the glyph, in units of its drawing of 20 by 16: filled or not, its left edge, its upper edge, its
    height.
    """

    on: bool
    x: float
    y: int
    height: int


def bars_of(rank: int) -> list[Bar]:
    """Four bars that grow to the right; the strongest evidence (rank 0) fills all of them, the weakest (rank 3) the
    first alone.
    """
    return [Bar(number < BARS - rank, number * 5 + 0.7, 11 - number * 3, 4 + number * 3) for number in range(BARS)]


@component
def evidence_strength(ctx: PageContext, case: Case) -> Markup:
    """The strength of a case's evidence, part by part, and beside it how much of its sources was read."""
    found = strengths(case)
    names = {part.id: part.name for part in case.parts}
    ranked = [(names.get(part or ""), strength, ORDER.index(strength)) for part, strength in found.items()]
    rows = [(part, strength, rank, bars_of(rank)) for part, strength, rank in ranked]
    return ctx.render("evidence_strength", rows=rows, read=how_much_was_read(case), sources=len(case.sources))
