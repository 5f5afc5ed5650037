from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def session_list(desk: Desk) -> Markup:
    """The ready sessions, shortest first: how long, for how many, what for."""
    sessions = sorted(desk.library.sessions.items(), key=lambda entry: entry[1].minutes)
    return desk.render("session_list", sessions=sessions)
