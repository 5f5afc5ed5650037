"""Sheets to print for a room: participant, outcome, facilitator; and the QR code that leads back."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, TypeVar

import segno
from markupsafe import Markup

from casebook.models.base import Sourced
from casebook.models.case import Case, Decision
from casebook.rendering import Desk, component
from casebook.sheet_sizes import Sizer
from casebook.source_names import names_in
from casebook.story import as_of, events_before, place_of

T = TypeVar("T")
SHEETS = ("participant", "outcome", "facilitator", "large-print", "pack")


def find(desk: Desk, slug: str, decision: str) -> tuple[Case, Decision]:
    """A case and one of its decisions."""
    case = desk.library.cases[slug]
    return case, next(one for one in case.decisions if one.id == decision)


@component
def participant_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """One A4 for each person: the case up to that day, the question, the options, room to write. No outcome."""
    return _participant(desk, slug, decision, tag, large=False)


@component
def large_print_sheet(desk: Desk, slug: str, decision: str) -> Markup:
    """The participant sheet in large type, on as many pages as it takes."""
    return _participant(desk, slug, decision, "h1", large=True)


def _participant(desk: Desk, slug: str, decision: str, tag: str, large: bool) -> Markup:
    case, one = find(desk, slug, decision)
    task, events, role = as_of(case, one.when.begins).task, events_before(case, one)[-4:], role_of(one)
    step, fitting, ruled = reckoned(desk, slug, one, "participant", lambda: Sizer(desk.words, case, one).participant(task, events, role))
    size = "large-print" if large else f"fits-{step.name}"
    return desk.render(
        "participant-sheet", slug=slug, case=case, decision=one, task=task, events=events if large else fitting, role=role, size=size, ruled=ruled, tag=tag,
        below="h2" if tag == "h1" else "h3", place=place_of(case, one),
    )  # fmt: skip


def reckoned(desk: Desk, slug: str, decision: Decision, sheet: str, reckon: Callable[[], T]) -> T:
    """What was reckoned of a sheet of a decision: once for the sheet alone, for its large print and for its place in a pack."""
    known: dict[tuple[str, str, str], Any] = desk.library.memory.setdefault("sheets", {})
    key = (slug, decision.id, sheet)
    if key not in known:
        known[key] = reckon()
    found: T = known[key]
    return found


def role_of(decision: Decision) -> str:
    """Who the reader is; empty where several seats are told of, and where the situation begins with it already."""
    label = decision.seats[0].label
    return "" if len(decision.seats) > 1 or decision.situation[0].text.startswith(label.rstrip(".")) else label


@component
def paper_fact(desk: Desk, case: Case, thing: Sourced, cited: bool = False) -> Markup:
    """A statement on paper: its part, its doubts, and what another source says; `cited` names its sources by author and year."""
    parts = {part.id: part.name for part in case.parts}
    return desk.render("paper-fact", thing=thing, cited=cited, parts=parts, names=names_in(desk.library, case).short)


@component
def outcome_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """What they did and what followed, with sources and what nobody knows. Handed out after the choice."""
    case, one = find(desk, slug, decision)
    sizer = Sizer(desk.words, case, one, names_in(desk.library, case).short)
    fit, below = reckoned(desk, slug, one, "outcome", sizer.outcome).name, "h2" if tag == "h1" else "h3"
    return desk.render("outcome-sheet", slug=slug, case=case, decision=one, fit=fit, tag=tag, below=below, place=place_of(case, one))


@component
def facilitator_sheet(desk: Desk, slug: str, decision: str, tag: str = "h1") -> Markup:
    """The forty-minute plan with the words to say; overleaf the analysis of each option, the board, what to watch for."""
    case, one = find(desk, slug, decision)
    analysis = {entry.option: entry.text for entry in one.teaching.analysis} if one.teaching else {}
    steps = plan_of(desk, len(one.seats) > 1)
    fit = reckoned(desk, slug, one, "facilitator", lambda: Sizer(desk.words, case, one).facilitator(steps, analysis)).name
    below = "h2" if tag == "h1" else "h3"
    place = place_of(case, one)
    return desk.render("facilitator-sheet", slug=slug, case=case, decision=one, analysis=analysis, steps=steps, fit=fit, tag=tag, below=below, place=place)


def plan_of(desk: Desk, several_seats: bool = False) -> list[dict[str, Any]]:
    """The steps of the forty-minute plan; where a decision has several seats, in the words for them."""
    steps = desk.words.at("session.steps")
    return [step | step.get("seats", {}) if several_seats else step for step in steps]


@component
def pack_sheet(desk: Desk, slug: str, decision: str) -> Markup:
    """Everything for one decision in the order of printing. Neither side of a participant sheet holds the outcome, on whatever printer."""
    _, one = find(desk, slug, decision)
    return desk.render("pack-sheet", slug=slug, decision=one)


@component
def sheet_links(desk: Desk, slug: str, decision: str) -> Markup:
    """Links to the three sheets of a decision."""
    return desk.render("sheet-links", slug=slug, decision=decision, sheets=SHEETS)


@component
def print_sheet(desk: Desk, what: str = "sheet") -> Markup:
    """The line above a sheet (or a plan): it is made for paper, and a button prints it."""
    return desk.render("print-sheet", what=what)


@component
def stop_page(desk: Desk, text: str, how_many: str = "") -> Markup:
    """A page that keeps what follows off the back of what came before; `how_many` says how many of it there should be."""
    return desk.render("stop-page", text=text, how_many=how_many)


@component
def page_code(desk: Desk, path: str) -> Markup:
    """The QR code of a page's address, for paper; nothing while no site_url is set."""
    if not desk.site_url:
        return Markup("")
    address = desk.site_url.rstrip("/") + "/" + path
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, nl=False)
    return desk.render("page-code", address=address, svg=Markup(out.getvalue().decode()))
