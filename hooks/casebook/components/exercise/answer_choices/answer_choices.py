from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def answer_choices(ctx: PageContext, name: str, options: Iterable[tuple[str, str]]) -> Markup:
    """One choice out of several, stacked, nothing chosen beforehand, with a button that clears it."""
    return ctx.render("answer_choices", field=name, options=list(options))
