from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def session_list(ctx: PageContext) -> Markup:
    """The ready sessions, shortest first: how long, for how many, what for."""
    sessions = sorted(ctx.library.sessions.items(), key=lambda entry: entry[1].minutes)
    return ctx.render("session_list", sessions=sessions)
