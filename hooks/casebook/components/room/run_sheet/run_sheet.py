from __future__ import annotations

from markupsafe import Markup

from casebook.components.room.ready_items import ready_exercises, ready_methods
from casebook.components.room.room_steps import room_sessions
from casebook.core import routes
from casebook.data.payloads.room_sessions import RunSheetPage
from casebook.render.context import PageContext, component
from casebook.schema.facilitation import LONGEST_STRETCH, SLACK_EACH_HOUR, SLACK_FROM


@component
def run_sheet(ctx: PageContext) -> Markup:
    """A run sheet of one's own: items in any order, minutes, clock times, breaks. It is printed, copied, kept as a file
    and shown to the room.
    """
    later = {"is_later": ctx.t("session_plan.is_later")}
    page: RunSheetPage = {
        "words": ctx.messages.at("run_sheet.script") | ctx.messages.at("room_screen.script") | later,
        "sessions": room_sessions(ctx),
        "exercises": ready_exercises(ctx),
        "methods": ready_methods(ctx),
        "rules": {"stretch": LONGEST_STRETCH, "slack_from": SLACK_FROM, "slack_each": SLACK_EACH_HOUR},
    }
    return ctx.render("run_sheet", page=page, list=ctx.link(routes.case_script(routes.SESSION_DECISIONS)))
