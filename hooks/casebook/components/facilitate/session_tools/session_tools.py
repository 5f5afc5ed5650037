from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component

TALLIES = ("tally", "short-tally")
"""The sheets on which a group counts its answers, which it may do on a screen as well."""


@component
def session_tools(ctx: PageContext, session: str) -> Markup:
    """Links from the plan of a session to what helps to run it. Those that show its decision keep the one chosen."""
    one = ctx.library.sessions[session]
    counted = next((kit for kit in one.print_ if kit.exercise and kit.paper in TALLIES), None)
    return ctx.render(
        "session_tools",
        id=session,
        alone=one.group.to == 1,
        counted=counted.exercise if counted else "",
        is_short=counted is not None and counted.paper == "short-tally",
    )
