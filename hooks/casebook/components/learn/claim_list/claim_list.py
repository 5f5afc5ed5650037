from __future__ import annotations

from markupsafe import Markup

from casebook.library.glimpses import stances_on
from casebook.render.context import PageContext, component


@component
def claim_list(ctx: PageContext) -> Markup:
    """The twenty-five claims, in the order of the founding article, with the stances that cases take."""
    rows = [(id_, claim, stances_on(ctx.library, id_)) for id_, claim in ctx.library.claims.items()]
    return ctx.render("claim_list", rows=rows)
