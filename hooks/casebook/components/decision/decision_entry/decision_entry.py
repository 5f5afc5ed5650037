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
    return _entry(ctx, decision_payload(ctx.library, slug, find(ctx, slug, decision)[1]), level)


def _entry(ctx: PageContext, one: DecisionPayload, level: int) -> Markup:
    sheets = zip((ctx.t(f"sheet.{sheet}") for sheet in SHEETS), one["sheets"], strict=True)
    return ctx.render("decision_entry", one=one, sheets=sheets, level=level)


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
        "sheets": [ctx.at for _ in SHEETS],
        "facets": {},
        "order": {},
    }
    return _entry(ctx, empty, level)
