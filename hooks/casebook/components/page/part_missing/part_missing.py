from __future__ import annotations

from markupsafe import Markup

from casebook.components.page.verbatim import verbatim
from casebook.render.context import PageContext, component


@component
def part_missing(ctx: PageContext, reason: str) -> Markup:
    """What is shown, on the own page of a file with problems, in the place of a part that cannot be shown until they
    are mended.
    """
    return ctx.render("part_missing", reason=verbatim(reason))
