from __future__ import annotations

from markupsafe import Markup

from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import ESSAYS


@component
def essay_list(ctx: PageContext) -> Markup:
    """The essays: title, and what each says."""
    return ctx.render("essay_list", essays=in_order(ctx.library, ESSAYS))
