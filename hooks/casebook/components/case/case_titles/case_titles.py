from __future__ import annotations

from markupsafe import Markup

from casebook.data.payloads.decisions import in_order_of_titles
from casebook.render.context import PageContext, component


@component
def case_titles(ctx: PageContext) -> Markup:
    """Every case in two lines: its title and place, and the question of its first decision."""
    return ctx.render("case_titles", cases=in_order_of_titles(ctx.library))
