from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_sheets import Kit
from casebook.data.payloads.session_decisions import SessionDecision
from casebook.render.context import PageContext, component


@component
def session_handout(ctx: PageContext, handout: Kit, decision: SessionDecision | None) -> Markup:
    """Something to print for a session, in a list: a link to its page, and how many of it."""
    return ctx.render("session_handout", handout=handout, decision=decision)
