from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def decision_choice(ctx: PageContext) -> Markup:
    """Inside a `session_decision`: a choice of the decision. Without script a sentence with a link to the list."""
    return ctx.render("decision_choice")
