from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.paper.handouts import Placed


@component
def page_span(ctx: PageContext, place: Placed) -> Markup:
    """The pages on which a handout stands in a pack of one of each sheet; hidden while the pack holds anything else."""
    return ctx.render("page_span", place=place)
