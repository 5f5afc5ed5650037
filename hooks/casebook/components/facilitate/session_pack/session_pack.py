from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_decision.session_decision import session_decision
from casebook.components.facilitate.session_sheets import decision_of, handouts_of
from casebook.render.context import PageContext, component


@component
def session_pack(ctx: PageContext, session: str) -> Markup:
    """Everything to print for a session: the plan, and each sheet once, behind a page that says how many it takes."""
    one = ctx.library.sessions[session]
    kits = list(handouts_of(ctx, one, True))
    pack = ctx.render("session_pack", id=session, session=one, decision=decision_of(ctx, one), kits=kits)
    return session_decision(ctx, session, pack)
