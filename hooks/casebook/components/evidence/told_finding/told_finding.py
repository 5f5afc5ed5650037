from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def told_finding(ctx: PageContext) -> Markup:
    """The frame into which a script sets a finding's text, when a visitor asks what happened: fact and reading apart,
    sources named.
    """
    return ctx.render("told_finding")
