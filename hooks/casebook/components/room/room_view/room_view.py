from __future__ import annotations

from markupsafe import Markup

from casebook.components.room.room_steps import room_sessions
from casebook.core import routes
from casebook.data.payloads.room_sessions import RoomViewPage
from casebook.render.context import PageContext, component


@component
def room_view(ctx: PageContext) -> Markup:
    """A ready session with any decision, shown to a room one step at a time. What happened stays hidden until it is
    asked for.
    """
    later = {"is_later": ctx.t("session_plan.is_later")}
    words = ctx.messages.at("room_view.script") | ctx.messages.at("room_screen.script") | later
    page: RoomViewPage = {"words": words, "sessions": room_sessions(ctx)}
    return ctx.render(
        "room_view",
        page=page,
        keys=ctx.messages.at("room_view.key_list"),
        list=ctx.link(routes.case_script(routes.SESSION_DECISIONS)),
    )
