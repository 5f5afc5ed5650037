"""Decisions as a session takes them in: what is asked at the beginning and at the end, and where its sheets are. A
session page loads those of one case (data/sessions/<slug>.js), and to choose from, the first decision of every case
(data/session-decisions.js).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from casebook.analysis.disclosure import place_of
from casebook.core import routes
from casebook.core.attempts import Writer
from casebook.data.payloads.decisions import in_order_of_titles
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.schema.case import Case, Decision
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled

SHEETS = ("participant", "outcome", "facilitator")


class DecisionChoice(TypedDict):
    """A first decision to choose from: case/decision, and its question with its case."""

    id: str
    words: str


class SessionDecision(TypedDict):
    """A decision as the steps of a session have it. Addresses are from the root of the site."""

    id: str
    question: str
    place: str
    """Title, place and date."""
    page: str
    pack: str
    sheets: dict[str, str]
    seats: int
    opening: str
    """What is said before people choose; empty where it has none of its own."""
    close: str
    later: bool
    """True for a decision that tells what came of an earlier one."""


def decision_for_session(library: Library, slug: str, decision: Decision) -> SessionDecision:
    """A decision as the steps of a session have it."""
    case, teaching = library.cases[slug], decision.teaching
    steps = library.messages.at("session.steps")
    close = (teaching.close if teaching else None) or next(step["question"] for step in steps if "question" in step)
    place = titled(case.title, place_of(case, decision))
    return {
        "id": decision.id,
        "question": typographic(decision.seats[0].question),
        "place": typographic(f"{place}, {decision.when.spoken()}"),
        "page": routes.decision(slug, decision.id),
        "pack": routes.room(slug, decision.id, "pack"),
        "sheets": {sheet: routes.decision_sheet(slug, decision.id, sheet) for sheet in SHEETS},
        "seats": len(decision.seats),
        "opening": typographic((teaching.opening if teaching else None) or ""),
        "close": typographic(close),
        "later": decision is not case.decisions[0],
    }


def decision_choices(library: Library) -> list[DecisionChoice]:
    """The first decision of every case, in the order of the titles."""
    return [
        {"id": f"{slug}/{case.decisions[0].id}", "words": _words(case)}
        for slug, case in in_order_of_titles(library)
        if case.decisions
    ]


def _words(case: Case) -> str:
    return typographic(f"{titled(case.title, case.place)}: {case.decisions[0].seats[0].question}")


def session_scripts(library: Library) -> Iterator[Writer[str]]:
    """The path of the script with the decisions of each case, and how it is written."""
    for slug in library.cases:
        yield routes.session_script(slug), partial(_script, library, slug)


def _script(library: Library, slug: str) -> str:
    decisions = [decision_for_session(library, slug, decision) for decision in library.cases[slug].decisions]
    return as_script(f"session:{slug}", decisions)
