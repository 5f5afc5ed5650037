from __future__ import annotations

from markupsafe import Markup

from casebook.components.decision.sheets import find
from casebook.data.payloads.decisions import SHEETS, DecisionPayload, decision_payload
from casebook.render.context import PageContext, component


@component
def decision_entry(ctx: PageContext, slug: str, decision: str, level: int = 3) -> Markup:
    """A decision in a list: the question, the quarrel, who decides, where and when, how long it takes to read, and its
    sheets to print.
    """
    return ctx.render(
        "decision_entry", one=decision_payload(ctx.library, slug, find(ctx, slug, decision)[1]), level=level
    )


def empty_entry(ctx: PageContext, level: int) -> Markup:
    """The frame of an entry, for a script to fill."""
    empty: DecisionPayload = {
        "slug": "",
        "case": "",
        "page": ctx.at,
        "question": "",
        "quarrel": "",
        "seat": "",
        "others": "",
        "place": "",
        "about": "",
        "reading": "",
        "sheets": [(ctx.t(f"sheet.{sheet}"), ctx.at) for sheet in SHEETS],
        "facets": {},
        "order": {},
    }
    return ctx.render("decision_entry", one=empty, level=level)
