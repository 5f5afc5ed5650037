from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def publisher_line(ctx: PageContext, purpose: str = "about") -> Markup:
    """Who answers for the casebook and how to reach them (about), how to write to them (write), or how to send them a
    case (case). While nobody is named, About alone says so.
    """
    return ctx.render("publisher_line", publisher=ctx.publisher, purpose=purpose)
