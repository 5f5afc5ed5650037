from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import SESSIONS


@component
def session_links(ctx: PageContext, slug: str, decision: str) -> Markup:
    """Links to the ready sessions that have a decision, each with this one in its place."""
    sessions = [(id_, session) for id_, session in in_order(ctx.library, SESSIONS) if session.decision]
    return ctx.render("session_links", sessions=sessions, slug=slug, decision=decision) if sessions else Markup()
