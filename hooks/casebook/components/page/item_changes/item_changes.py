from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Change


@component
def item_changes(ctx: PageContext, changes: Sequence[Change]) -> Markup:
    """What changed in one case or exercise, and why, the newest first. It may tell how a case went on."""
    return ctx.render("item_changes", changes=changes[::-1])
