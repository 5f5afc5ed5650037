from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def stance_mark(ctx: PageContext, stance: str, hollow: bool = False) -> Markup:
    """The glyph of a stance (supports, complicates, contradicts) with its word; hollow where no source stands behind
    it.
    """
    return ctx.render("stance_mark", stance=stance, hollow=hollow, label=ctx.t(f"stances.{stance}"))
