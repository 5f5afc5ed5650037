"""The sheets that a session prints, in the order of its steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from casebook.render.context import REGISTRY, Desk
from casebook.render.paper.handouts import PAPERS
from casebook.schema.facilitation import Print, Session

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
