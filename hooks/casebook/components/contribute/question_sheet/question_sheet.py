from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def question_sheet(desk: Desk, lines: int = 5) -> Markup:
    """The six questions that make a case, with so many lines to write on under each."""
    return desk.render("question_sheet", questions=desk.words.at("contribute.questions"), lines=lines)
