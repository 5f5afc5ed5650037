"""The sheets that a session prints, in the order of its steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from casebook.components.decision import sheet_writers as decision_sheets
from casebook.components.exercise import sheet_writers as exercise_sheets
from casebook.core import routes
from casebook.data.payloads.session_decisions import SessionDecision, decision_for_session
from casebook.render.context import PageContext
from casebook.schema.facilitation import Print, Session

LARGER = ("wall", "tally")
"""The papers of an exercise that are larger than the rest, or lie across: they are printed from their own pages."""
_HEADING = re.compile(r"(</?h)([1-5])\b")


@dataclass(frozen=True)
class Handout:
    """Something to print for a session: its page, its name, how many of it, and the HTML in which it joins the rest
    (empty where it does not). A sheet of the decision says in `sheet` which it is, and is called by its kind alone.
    """

    page: str
    name: str
    what: str
    html: Markup
    sheet: str = ""


def decision_of(ctx: PageContext, session: Session) -> SessionDecision | None:
    """The decision that a session names, as its steps have it."""
    slug, _, id_ = (session.decision or "").partition("/")
    case = ctx.library.cases.get(slug)
    decisions = case.decisions if case else ()
    return next((decision_for_session(ctx.library, slug, one) for one in decisions if one.id == id_), None)


def handouts_of(ctx: PageContext, session: Session, whole: bool) -> Iterator[Handout]:
    """What a session asks to print, in its order; with the sheets themselves where `whole`."""
    for one in session.print_:
        found = _of_exercise(ctx, one, whole) if one.exercise else _of_decision(ctx, session, one, whole)
        yield found or Handout("", "", one.what, Markup())


def _of_exercise(ctx: PageContext, one: Print, whole: bool) -> Handout | None:
    exercise = ctx.library.exercises.get(one.exercise or "")
    if not exercise:
        return None
    name = ctx.t("session_plan.sheet_of", what=ctx.t(f"session_plan.papers.{one.paper}"), title=exercise.title)
    write = exercise_sheets.WRITERS[one.paper or ""]
    html = demote_headings(write(ctx, one.exercise)) if whole and one.paper not in LARGER else Markup()
    return Handout(routes.exercise_sheet(one.exercise or "", one.paper or ""), name, one.what, html)


def _of_decision(ctx: PageContext, session: Session, one: Print, whole: bool) -> Handout | None:
    slug, _, id_ = (session.decision or "").partition("/")
    case = ctx.library.cases.get(slug)
    if not case or not one.sheet:
        return None
    html = decision_sheets.WRITERS[one.sheet](ctx, slug, id_, "h2") if whole else Markup()
    return Handout(routes.decision_sheet(slug, id_, one.sheet), ctx.t(f"sheet.{one.sheet}"), one.what, html, one.sheet)


def demote_headings(html: Markup) -> Markup:
    """The same HTML with each heading one level lower, so that it can stand on a page with a heading of its own."""
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html))
