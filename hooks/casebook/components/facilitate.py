"""Components of the facilitator's pages: ready sessions and method cards."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.models.room import Session
from casebook.rendering import Desk, component


def steps_of(desk: Desk, session: Session) -> list[dict[str, Any]]:
    """The steps of a session, with the minute at which each begins; the forty-minute plan of a decision where it follows."""
    steps: list[dict[str, Any]] = [step.model_dump() for step in session.steps]
    if session.then == "forty-minutes":
        steps += [{"exercise": None, "say": None} | step for step in desk.words.at("session.steps")]
    begins = 0
    for step in steps:
        step["begins"] = begins
        begins += step["minutes"]
    return steps


@component
def session_plan(desk: Desk, session: str) -> Markup:
    """A ready session: how long, for how many, what to print, the minutes, what to say."""
    one = desk.library.sessions[session]
    return desk.render("session-plan", session=one, steps=steps_of(desk, one))


@component
def session_list(desk: Desk) -> Markup:
    """The ready sessions, shortest first: how long, for how many, what for."""
    sessions = sorted(desk.library.sessions.items(), key=lambda entry: entry[1].minutes)
    return desk.render("session-list", sessions=sessions)


@component
def method_card(desk: Desk, method: str) -> Markup:
    """A method on a card: what for, the steps with their minutes, when to use it and when not, where it comes from."""
    return desk.render("method-card", id=method, method=desk.library.methods[method])


@component
def method_list(desk: Desk) -> Markup:
    """Every method card: its name, its minutes, what it is for."""
    return desk.render("method-list", methods=sorted(desk.library.methods.items(), key=lambda entry: entry[1].title))
