"""Sheets to print for a room: participant, outcome, facilitator; and the QR code that leads back."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup

from casebook.models.case import Case, Decision
from casebook.rendering import Desk, component
from casebook.source_names import names_in
from casebook.story import events_before, place_of

SHEETS = ("participant", "outcome", "facilitator", "pack")


def find(desk: Desk, slug: str, decision: str) -> tuple[Case, Decision]:
    """A case and one of its decisions."""
    case = desk.library.cases[slug]
    return case, next(one for one in case.decisions if one.id == decision)


@component
def participant_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """One A4 for each person: what was known, the question, the options, room to write. No outcome."""
    case, one = find(desk, slug, decision)
    return desk.render("participant-sheet", slug=slug, case=case, decision=one, events=events_before(case, one)[-4:], place=place_of(case, one), tag=tag)


@component
def outcome_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What they did and what followed, with sources and what nobody knows. Handed out after the choice."""
    case, one = find(desk, slug, decision)
    return desk.render("outcome-sheet", slug=slug, case=case, decision=one, names=names_in(desk.library, case).short, place=place_of(case, one), tag=tag)


@component
def facilitator_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """The forty-minute plan with the words to say, the analysis of each option, the board, what to watch for."""
    case, one = find(desk, slug, decision)
    analysis = {entry.option: entry.text for entry in one.teaching.analysis} if one.teaching else {}
    steps = desk.words.at("session.steps")
    return desk.render("facilitator-sheet", slug=slug, case=case, decision=one, analysis=analysis, steps=steps, place=place_of(case, one), tag=tag)


@component
def pack_sheet(desk: Desk, slug: str, decision: str) -> Markup:
    """Everything for one decision in the order of printing: facilitator, participant, and the outcome on a sheet of its own."""
    return desk.render("pack-sheet", slug=slug, decision=decision)


@component
def sheet_links(desk: Desk, slug: str, decision: str) -> Markup:
    """Links to the three sheets of a decision."""
    return desk.render("sheet-links", slug=slug, decision=decision, sheets=SHEETS)


@component
def print_sheet(desk: Desk) -> Markup:
    """The line above a sheet: it is made for paper, and a button prints it."""
    return desk.render("print-sheet")


@component
def page_code(desk: Desk, path: str) -> Markup:
    """The QR code of a page's address, for paper; nothing while no site_url is set."""
    if not desk.site_url:
        return Markup("")
    address = desk.site_url.rstrip("/") + "/" + path
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, nl=False)
    return desk.render("page-code", address=address, svg=Markup(out.getvalue().decode()))
