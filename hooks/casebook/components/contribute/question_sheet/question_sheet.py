from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def question_sheet(ctx: PageContext, lines: int = 5) -> Markup:
    """The six questions that make a case, with so many lines to write on under each."""
    return ctx.render("question_sheet", questions=ctx.messages.at("contribute.questions"), lines=lines)
