from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def mode_mark(ctx: PageContext, mode: str, label: str | None = None) -> Markup:
    """The glyph of a mode (hierarchy, group, network, alliance, contract) with its word."""
    return ctx.render("mode_mark", mode=mode, label=label if label is not None else ctx.t(f"modes.{mode}"))
