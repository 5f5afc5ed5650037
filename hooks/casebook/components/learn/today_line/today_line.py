from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def today_line(ctx: PageContext, today: Sequence[str]) -> Markup:
    """The words of today that lead to an item, each a link to what is said of it; nothing where there are none."""
    words = [word for word in ctx.library.words_today if word.id in today]
    return ctx.render("today_line", words=words) if words else Markup("")
