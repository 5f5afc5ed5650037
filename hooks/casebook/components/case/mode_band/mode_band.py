from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component

BETWEEN = 6  # from one line of a double band to the other


@component
def mode_band(ctx: PageContext, mode: str, width: int, y: int) -> Markup:
    """A band across a picture whose line tells the form: dots, two lines, a thick one, posts, dashes."""
    return ctx.render("mode_band", mode=mode, width=width, y=y, above=y - BETWEEN)
