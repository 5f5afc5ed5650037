from __future__ import annotations

from markupsafe import Markup

from casebook.data.payloads.session_decisions import SessionDecision
from casebook.render.context import PageContext, component


@component
def other_pack(ctx: PageContext, decision: SessionDecision) -> Markup:
    """Inside a `session_decision`: the way to the sheets of another decision, once it has taken the place of the one
    that the session names.
    """
    return ctx.render("other_pack", decision=decision)
