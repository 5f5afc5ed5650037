from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_sheets import handouts_of
from casebook.render.context import PageContext, component


@component
def session_pack(ctx: PageContext, session: str) -> Markup:
    """Everything to print for a session: the plan, and each sheet once, behind a page that says how many it takes."""
    one = ctx.library.sessions[session]
    return ctx.render("session_pack", id=session, session=one, kits=list(handouts_of(ctx, one, True)))
