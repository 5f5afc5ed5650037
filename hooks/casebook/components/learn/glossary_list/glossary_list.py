from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def glossary_list(desk: Desk) -> Markup:
    """The words of the field by letter, with their sources, and the letters to jump to."""
    terms = sorted(desk.library.terms, key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    return desk.render("glossary_list", letters=letters)
