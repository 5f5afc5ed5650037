from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def decide_together(ctx: PageContext) -> Markup:
    """A room takes a decision of a case: what it expects, its hands and reasons, beside what happened once that is
    asked for.
    """
    page = {"words": ctx.messages.at("decide_together.script")}
    return ctx.render("decide_together", page=page)
