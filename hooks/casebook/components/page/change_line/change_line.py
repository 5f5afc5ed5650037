from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.case import Change


@component
def change_line(ctx: PageContext, changes: Sequence[Change]) -> Markup:
    """Since when a page says what it says, in a line that tells nothing of what changed; nothing without changes."""
    if not changes:
        return Markup("")
    first, last = changes[0], changes[-1]
    return ctx.render(
        "change_line",
        published=ctx.t("changes.published", date=first.when.spoken()) if first.kind == "new" else "",
        changed=ctx.t("changes.changed", date=last.when.spoken(), kind=_kind(ctx, last)) if last.kind != "new" else "",
    )


def _kind(ctx: PageContext, change: Change) -> str:
    words = ctx.t(f"changes.kinds.{change.kind}")
    return words[:1].lower() + words[1:]
