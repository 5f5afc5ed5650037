from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from casebook.data.changes import every_change
from casebook.render.context import PageContext, component


@component
def change_list(ctx: PageContext) -> Markup:
    """What changed in every case and exercise, the newest first, by month. It tells how cases went on."""
    changes = every_change(ctx.library)
    months = groupby(changes, key=lambda one: one.month)
    return ctx.render("change_list", months=[(month, list(entries)) for month, entries in months])
