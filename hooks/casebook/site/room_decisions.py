"""The decisions of cases as the tools for a room load them, one small file a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casebook.analysis.disclosure import place_of
from casebook.citations.labels import names_in
from casebook.citations.withheld_titles import numbers_of
from casebook.components.case.still_open.still_open import undecided_on
from casebook.components.decision.sheets import role_of
from casebook.core import routes
from casebook.core.attempts import Writer
from casebook.data.payloads.compare import StatementFormatter
from casebook.data.payloads.exercise import set_quotes
from casebook.data.payloads.room import RoomAfter, RoomCase, RoomDecision, RoomOption, RoomSeat
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.case import Case, Decision, Option, Seat
from casebook.text.punctuation import titled


def room_files(library: Library) -> Iterator[Writer[str]]:
    """The path of the file of every case, and how it is written."""
    return ((routes.room_script(slug), partial(_room_file, library, slug)) for slug in library.cases)


def _room_file(library: Library, slug: str) -> str:
    return as_script(f"room:{slug}", room_case(library, slug))


def room_case(library: Library, slug: str) -> RoomCase:
    """The decisions of a case for a room. Quotation marks are set already."""
    case, ctx = library.cases[slug], PageContext(library, routes.room_script(slug))
    teller = StatementFormatter(names_in(library, case).short, library.messages, numbers_of(case))
    found: RoomCase = {
        "slug": slug,
        "title": case.title,
        "parts": {part.id: part.name for part in case.parts},
        "decisions": [_decision(ctx, slug, case, one, teller) for one in case.decisions],
    }
    return set_quotes(found)  # type: ignore[no-any-return]


def _decision(ctx: PageContext, slug: str, case: Case, one: Decision, teller: StatementFormatter) -> RoomDecision:
    opening, close = (one.teaching.opening, one.teaching.close) if one.teaching else (None, None)
    return {
        "id": one.id,
        "question": one.seats[0].question,
        "place": f"{titled(case.title, place_of(case, one))}, {one.when.spoken()}",
        "role": role_of(one),
        "situation": [teller.statement(statement) for statement in one.stated_before],
        "seats": [_seat(ctx, seat) for seat in one.seats],
        "opening": opening or "",
        "close": close or "",
        "room": routes.room(slug, one.id),
        "later": one is not case.decisions[0],
        "after": _after(ctx, slug, case, one, teller),
    }


def _seat(ctx: PageContext, seat: Seat) -> RoomSeat:
    options = [_option(ctx, letter, option) for letter, option in seat.lettered]
    return {"id": seat.id, "label": seat.label, "question": seat.question, "options": options}


def _option(ctx: PageContext, letter: str, option: Option) -> RoomOption:
    return {
        "id": option.id,
        "letter": letter,
        "label": option.label,
        "text": option.text or "",
        "for": option.for_,
        "against": option.against,
        "disputed": [f"{ctx.t('case.disputed')}. {one.text}" for one in option.disputed],
    }


def _after(ctx: PageContext, slug: str, case: Case, one: Decision, teller: StatementFormatter) -> RoomAfter:
    options = [(f"{seat.id}/{option.id}", option) for seat in one.seats for option in seat.drawn]
    is_undecided = case.is_undecided(one)
    has_named = any(option.sources and option.fate != "taken" for _, option in options)
    ours = ctx.t("reveal.ours_unmarked" if has_named else "reveal.ours_all" if is_undecided else "reveal.ours")
    return {
        "fates": {name: ctx.t(f"fates.{option.fate}") for name, option in options if option.fate != "drafted"},
        "ours": ours if any(option.fate == "drafted" for _, option in options) else "",
        "taken": [name for name, option in options if option.fate == "taken"],
        "outcome": [teller.statement(statement) for statement in one.outcome],
        "unknown": list(one.unknown),
        "undecided": undecided_on(ctx, case) if is_undecided else "",
        "look_for": list(case.open.look_for) if is_undecided and case.open else [],
        "page": routes.case(slug, f"after-{one.id}"),
    }
