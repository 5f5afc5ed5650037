"""Components of the facilitator's pages: ready sessions with all their sheets, and method cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from casebook.components.sheets import plan_of
from casebook.models.room import Print, Session
from casebook.papers import PAPERS
from casebook.rendering import REGISTRY, Desk, component
from casebook.sheet_sizes import fit_plan

LARGER = ("wall", "tally")
"""The papers of an exercise that are larger than the rest, or lie across: they are printed from their own pages."""
_HEADING = re.compile(r"(</?h)([1-5])\b")


@dataclass(frozen=True)
class Kit:
    """Something to print for a session: its page, its name, how many of it, and the HTML in which it joins the rest (empty where it does not)."""

    page: str
    name: str
    what: str
    html: Markup


def steps_of(desk: Desk, session: Session) -> list[dict[str, Any]]:
    """The steps of a session, with the minute at which each begins; the forty-minute plan of a decision where it follows."""
    steps: list[dict[str, Any]] = [step.model_dump() for step in session.steps]
    if session.then == "forty-minutes":
        steps += [{"exercise": None, "say": None} | step for step in plan_of(desk)]
    begins = 0
    for step in steps:
        step["begins"] = begins
        begins += step["minutes"]
    return steps


@component
def session_plan(desk: Desk, session: str) -> Markup:
    """A ready session: how long, for how many, what to print, the minutes, what to say. It prints on one A4."""
    one = desk.library.sessions[session]
    steps, listed = steps_of(desk, one), list(kits(desk, one, False))
    fit = fit_plan(desk.words, one, [kit.name for kit in listed], steps).name
    return desk.render("session-plan", id=session, session=one, kits=listed, steps=steps, fit=fit)


@component
def session_pack(desk: Desk, session: str) -> Markup:
    """Everything to print for a session: the plan, and each sheet once, behind a page that says how many it takes."""
    one = desk.library.sessions[session]
    return desk.render("session-pack", id=session, session=one, kits=list(kits(desk, one, True)))


def kits(desk: Desk, session: Session, whole: bool) -> Iterator[Kit]:
    """What a session asks to print, in its order; with the sheets themselves where `whole`."""
    for one in session.print_:
        found = _of_exercise(desk, one, whole) if one.exercise else _of_decision(desk, session, one, whole)
        yield found or Kit("", "", one.what, Markup())


def _of_exercise(desk: Desk, one: Print, whole: bool) -> Kit | None:
    exercise = desk.library.exercises.get(one.exercise or "")
    if not exercise:
        return None
    name = desk.say("session_plan.sheet_of", what=desk.say(f"session_plan.papers.{one.paper}"), title=exercise.title)
    component_ = next(paper.component for paper in PAPERS if paper.name == one.paper)
    html = lowered(REGISTRY[component_](desk, one.exercise)) if whole and one.paper not in LARGER else Markup()
    return Kit(f"exercises/{one.exercise}/{one.paper}.html", name, one.what, html)


def _of_decision(desk: Desk, session: Session, one: Print, whole: bool) -> Kit | None:
    slug, _, id_ = (session.decision or "").partition("/")
    case = desk.library.cases.get(slug)
    if not case or not one.sheet:
        return None
    question = next(decision.seats[0].question for decision in case.decisions if decision.id == id_)
    name = desk.say("session_plan.sheet_of", what=desk.say(f"sheet.{one.sheet}"), title=question)
    html = REGISTRY[f"{one.sheet}_sheet"](desk, slug, id_, "h2") if whole else Markup()
    return Kit(f"cases/{slug}/{id_}/{one.sheet}.html", name, one.what, html)


def lowered(html: Markup) -> Markup:
    """The same HTML with each heading one level lower, so that it can stand on a page with a heading of its own."""
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html))


@component
def session_list(desk: Desk) -> Markup:
    """The ready sessions, shortest first: how long, for how many, what for."""
    sessions = sorted(desk.library.sessions.items(), key=lambda entry: entry[1].minutes)
    return desk.render("session-list", sessions=sessions)


@component
def method_card(desk: Desk, method: str) -> Markup:
    """A method on a card: what for, the steps with their minutes, when to use it and what goes wrong, where it comes from."""
    one = desk.library.methods[method]
    slug, _, id_ = (one.decision or "").partition("/")
    named = [decision for decision in desk.library.cases[slug].decisions if decision.id == id_] if slug in desk.library.cases else []
    return desk.render("method-card", id=method, method=one, slug=slug, named=named)


@component
def method_list(desk: Desk) -> Markup:
    """Every method card: its name, its minutes, what it is for."""
    return desk.render("method-list", methods=sorted(desk.library.methods.items(), key=lambda entry: entry[1].title))
