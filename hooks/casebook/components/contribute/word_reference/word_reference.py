from __future__ import annotations

from markupsafe import Markup

from casebook.components.contribute.listed_models import LISTED
from casebook.library.library import known_words
from casebook.render.context import PageContext, component


@component
def word_reference(ctx: PageContext) -> Markup:
    """The words that cases and exercises may choose from, list by list, with what readers see."""
    lists = {name: _labels(ctx, name) for name in sorted(known_words(ctx.library)) if name not in LISTED}
    return ctx.render("word_reference", lists=lists)


def _labels(ctx: PageContext, name: str) -> list[tuple[str, str]]:
    words = getattr(ctx.library.vocabulary, name)
    return [(id_, getattr(label, "label", label)) for id_, label in words.items()]
