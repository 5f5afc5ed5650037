from __future__ import annotations

from markupsafe import Markup

from casebook.components.room.room_steps import room_sessions
from casebook.core import routes
from casebook.data.payloads.exercise import set_quotes
from casebook.data.payloads.room_sessions import ReadyItem, RunSheetPage
from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.facilitation import LONGEST_STRETCH, SLACK_EACH_HOUR, SLACK_FROM
from casebook.schema.kinds import METHODS


@component
def run_sheet(ctx: PageContext) -> Markup:
    """A run sheet of one's own: items in any order, minutes, clock times, breaks. It is printed, copied, kept as a file
    and shown to the room.
    """
    later = {"is_later": ctx.t("session_plan.is_later")}
    page: RunSheetPage = {
        "words": ctx.messages.at("run_sheet.script") | ctx.messages.at("room_screen.script") | later,
        "sessions": room_sessions(ctx),
        "exercises": _exercises(ctx),
        "methods": _methods(ctx),
        "rules": {"stretch": LONGEST_STRETCH, "slack_from": SLACK_FROM, "slack_each": SLACK_EACH_HOUR},
    }
    return ctx.render("run_sheet", page=page, list=ctx.link(routes.case_script(routes.SESSION_DECISIONS)))


def _exercises(ctx: PageContext) -> list[ReadyItem]:
    exercises = sorted(ctx.library.exercises.items(), key=lambda one: one[1].title.lower())
    found: list[ReadyItem] = [
        {"id": slug, "title": one.title, "minutes": one.minutes_group or one.minutes_alone, "text": one.aim}
        for slug, one in exercises
    ]
    return set_quotes(found)  # type: ignore[no-any-return]


def _methods(ctx: PageContext) -> list[ReadyItem]:
    found: list[ReadyItem] = [
        {"id": id_, "title": one.title, "minutes": one.minutes, "text": one.purpose}
        for id_, one in in_order(ctx.library, METHODS)
    ]
    return set_quotes(found)  # type: ignore[no-any-return]
