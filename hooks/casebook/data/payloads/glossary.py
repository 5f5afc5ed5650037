"""The words of the glossary that pages explain: data/glossary.js, loaded when a visitor first asks for one."""

from __future__ import annotations

from typing import TypedDict

from casebook.library.library import Library
from casebook.text.markdown import typographic


class TermPayload(TypedDict):
    """A word and its meaning."""

    term: str
    text: str


class GlossaryPayload(TypedDict):
    """Every term that texts mention, by id, and the words around it."""

    close: str
    whole: str
    """What the link to the whole entry says."""
    terms: dict[str, TermPayload]


def glossary_payload(library: Library) -> GlossaryPayload:
    """The terms that are found in texts."""
    terms: dict[str, TermPayload] = {
        term.id: {"term": typographic(term.term), "text": typographic(term.text or "")}
        for term in library.terms
        if term.found_as
    }
    return {
        "close": library.messages.t("learn.term_close"),
        "whole": library.messages.t("learn.term_whole"),
        "terms": terms,
    }
