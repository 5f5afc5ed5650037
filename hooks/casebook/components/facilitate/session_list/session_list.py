from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import SESSIONS


@component
def session_list(ctx: PageContext) -> Markup:
    """The ready sessions, shortest first: how long, for how many, what for."""
    return ctx.render("session_list", sessions=in_order(ctx.library, SESSIONS))
