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
from casebook.render.paper.exercise_sheets import shared_by
from casebook.render.paper.handouts import TABLES, Share, Tables
from casebook.schema.facilitation import Print, Session

_SHARES: dict[str, Share] = {"person": 1, "pair": 2, "table": "table", "session": 0}
_HEADING = re.compile(r"(</?h)([1-5])\b")


@dataclass(frozen=True)
class Kit:
    """Something to print for a session: its page, its name, how many of it, the HTML in which it joins the rest (empty
    where it does not), and who shares one. A sheet of the decision says in `sheet` which it is, and is
    called by its kind alone.
    """

    page: str
    name: str
    what: str
    html: Markup
    sheet: str = ""
    shared_by: Share = 0


def decision_of(ctx: PageContext, session: Session) -> SessionDecision | None:
    """The decision that a session names, as its steps have it."""
    slug, _, id_ = (session.decision or "").partition("/")
    case = ctx.library.cases.get(slug)
    decisions = case.decisions if case else ()
    return next((decision_for_session(ctx.library, slug, one) for one in decisions if one.id == id_), None)


def handouts_of(ctx: PageContext, session: Session, whole: bool) -> Iterator[Kit]:
    """What a session asks to print, in its order; with the sheets themselves where `whole`."""
    for one in session.print_:
        found = _of_exercise(ctx, session, one, whole) if one.exercise else _of_decision(ctx, session, one, whole)
        yield found or Kit("", "", one.what, Markup())


def _of_exercise(ctx: PageContext, session: Session, one: Print, whole: bool) -> Kit | None:
    exercise = ctx.library.exercises.get(one.exercise or "")
    if not exercise:
        return None
    name = ctx.t("session_plan.sheet_of", what=ctx.t(f"session_plan.papers.{one.paper}"), title=exercise.title)
    write = exercise_sheets.WRITERS[one.paper or ""]
    html = demote_headings(write(ctx, one.exercise)) if whole else Markup()
    page = routes.exercise_sheet(one.exercise or "", one.paper or "")
    counted = one.paper in ("tally", "short-tally")
    share = shared_by(exercise, one.paper or "") if counted else _SHARES[one.per]
    return Kit(page, name, one.what, html, shared_by=share)


def _of_decision(ctx: PageContext, session: Session, one: Print, whole: bool) -> Kit | None:
    slug, _, id_ = (session.decision or "").partition("/")
    case = ctx.library.cases.get(slug)
    if not case or not one.sheet:
        return None
    html = decision_sheets.WRITERS[one.sheet](ctx, slug, id_, "h2") if whole else Markup()
    page = routes.decision_sheet(slug, id_, one.sheet)
    return Kit(page, ctx.t(f"sheet.{one.sheet}"), one.what, html, one.sheet, _SHARES[one.per])


def tables_of_session(session: Session) -> Tables | None:
    """The tables that share what is printed, of the middle size; None where nothing is for a table."""
    if all(one.per != "table" for one in session.print_):
        return None
    size = session.tables
    return Tables(size.from_, (size.from_ + size.to) / 2) if size else TABLES


def demote_headings(html: Markup) -> Markup:
    """The same HTML with each heading one level lower, so that it can stand on a page with a heading of its own."""
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html))
