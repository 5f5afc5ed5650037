from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def glossary_term(ctx: PageContext, term_id: str, word: str) -> Markup:
    """A word of the glossary where a page uses it first: a link to its entry, which a script shows beside the word."""
    return Markup(ctx.render("glossary_term", term_id=term_id, word=word).strip())
