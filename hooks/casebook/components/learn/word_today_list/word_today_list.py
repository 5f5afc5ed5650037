from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.words_today import led_to
from casebook.render.context import PageContext, component


@component
def word_today_list(ctx: PageContext) -> Markup:
    """The words of today, A to Z: what each is, since when, what it was in 2017, and what to set it against."""
    words = sorted(ctx.library.words_today, key=lambda one: one.word.lower())
    return ctx.render("word_today_list", words=words, to=led_to(ctx.library))
