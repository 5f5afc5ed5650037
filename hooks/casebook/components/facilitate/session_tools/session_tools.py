from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def session_tools(ctx: PageContext, session: str) -> Markup:
    """Links from the plan of a session to what helps to run it. Those that show its decision keep the one chosen."""
    alone = ctx.library.sessions[session].group.to == 1
    return ctx.render("session_tools", id=session, alone=alone)
