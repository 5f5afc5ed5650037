"""The steps of ready sessions as the tools for a room have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casebook.components.facilitate.session_sheets import handouts_of
from casebook.components.facilitate.session_steps import ShownStep, step_of_decision, steps_of
from casebook.core import routes
from casebook.data.payloads.exercise import set_quotes
from casebook.data.payloads.room_sessions import RoomSession, RoomStep, RoomWords
from casebook.library.orders import in_order
from casebook.render.context import PageContext
from casebook.schema.facilitation import Session, SessionStep
from casebook.schema.kinds import SESSIONS
from casebook.text.punctuation import ended


def room_sessions(ctx: PageContext) -> list[RoomSession]:
    """The ready sessions, shortest first. Quotation marks are set already."""
    found = [_session(ctx, id_, session) for id_, session in in_order(ctx.library, SESSIONS)]
    return set_quotes(found)  # type: ignore[no-any-return]


def _session(ctx: PageContext, id_: str, session: Session) -> RoomSession:
    steps = zip(steps_of(ctx, session), session.steps, strict=True)
    return {
        "id": id_,
        "title": session.title,
        "minutes": session.minutes,
        "page": routes.session(id_),
        "decision": session.decision or "",
        "alone": session.group.to == 1,
        "kit": list(_kit(ctx, session)),
        "steps": [_step(ctx, shown, step) for shown, step in steps],
    }


def _kit(ctx: PageContext, session: Session) -> Iterator[str]:
    """What to print, by the names of its sheets, and what else to bring."""
    for one in handouts_of(ctx, session, False):
        name = f"{ended(one.name)} " if one.name else ""
        yield name + one.what
    yield from session.bring


def _step(ctx: PageContext, shown: ShownStep, step: SessionStep) -> RoomStep:
    of_all = step_of_decision(ctx, step.decision or "")
    return {
        "minutes": shown.minutes,
        "title": shown.title,
        "kind": shown.kind,
        "part": step.decision or "",
        "words": list(_words(shown, step, of_all)),
        "question": str(of_all.get("question", "")),
        "drop_first": step.drop_first,
    }


def _words(shown: ShownStep, step: SessionStep, of_all: dict[str, Any]) -> Iterator[RoomWords]:
    for words in shown.words:
        yield {"seats": words.seats, "title": "", "text": words.text, "say": words.say}
    if "open" in of_all and not step.text:
        told = of_all["open"]
        yield {"seats": "open", "title": told["title"], "text": told["text"], "say": told["say"]}
