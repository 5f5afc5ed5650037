from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def glossary_list(ctx: PageContext) -> Markup:
    """The words of the field by letter, with their sources, and the letters to jump to."""
    terms = sorted(ctx.library.terms, key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    return ctx.render("glossary_list", letters=letters)
