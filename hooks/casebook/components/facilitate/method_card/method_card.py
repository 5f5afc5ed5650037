from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def method_card(ctx: PageContext, method: str) -> Markup:
    """A method on a card: what for, the steps with their minutes, when to use it and what goes wrong, where it comes
    from.
    """
    one = ctx.library.methods[method]
    slug, _, id_ = (one.decision or "").partition("/")
    named = (
        [decision for decision in ctx.library.cases[slug].decisions if decision.id == id_]
        if slug in ctx.library.cases
        else []
    )
    return ctx.render("method_card", id=method, method=one, slug=slug, named=named)
