from __future__ import annotations

from markupsafe import Markup

from casebook.core import routes
from casebook.render.context import PageContext, component


@component
def chat_texts(ctx: PageContext) -> Markup:
    """A decision as plain texts for the chat of a hybrid room, each to be copied when its step comes. What happened is
    apart, and hidden until it is asked for.
    """
    page = {"words": ctx.messages.at("chat_texts.script") | {"is_later": ctx.t("session_plan.is_later")}}
    return ctx.render("chat_texts", page=page, list=ctx.link(routes.case_script(routes.SESSION_DECISIONS)))
