from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def told_finding(desk: Desk) -> Markup:
    """The frame into which a script sets a finding's text, when a visitor asks what happened: fact and reading apart, sources named."""
    return desk.render("told_finding")
