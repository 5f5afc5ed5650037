"""The words of every case up to its first decision, for searching the library and the decisions: data/words.js.

It is loaded with the first key, and holds no sentence: for each word, the cases that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from casebook.analysis.disclosure import first_day, has_begun, opening_texts
from casebook.library.library import Library
from casebook.schema.case import Case
from casebook.schema.reference_pages import SynonymGroup
from casebook.text.letters import search_words

BREAK = "|"
"""Stands between two texts, so that no phrase reaches from one into the next."""


class WordGroupPayload(TypedDict):
    """Words for one thing, and the cases (by their place in the list) that have any of them."""

    words: list[str]
    cases: list[int]


class WordsPayload(TypedDict):
    """Every word, in the order of the alphabet, and for each the cases that have it."""

    cases: list[str]
    small: list[str]
    """Words that are not looked for."""
    words: str
    """With a space between them."""
    at: list[list[int]]
    """For each word, the places of its cases in the list."""
    groups: list[WordGroupPayload]


def words_payload(library: Library) -> WordsPayload:
    """What the searches of the library and of the decisions look into."""
    small = {word for text in library.synonyms.small_words for word in search_words(text)}
    at: dict[str, list[int]] = {}
    told: list[str] = []
    for number, case in enumerate(library.cases.values()):
        words = [word for text in searched_texts(library, case) for word in (*search_words(text), BREAK)]
        told.append(f" {' '.join(words)} ")
        for word in sorted(set(words) - small - {BREAK}):
            at.setdefault(word, []).append(number)
    ordered = sorted(at)
    return {
        "cases": list(library.cases),
        "small": sorted(small),
        "words": " ".join(ordered),
        "at": [at[word] for word in ordered],
        "groups": [_group(library, group, told) for group in library.synonyms.groups],
    }


def searched_texts(library: Library, case: Case) -> Iterator[str]:
    """All that the searches know of a case: its opening, and the words by which it is filtered."""
    yield from opening_texts(case)
    vocabulary = library.vocabulary
    for form in has_begun(case.forms, first_day(case)):
        yield library.messages.t(f"modes.{form.mode}")
        if form.purpose:
            yield library.messages.t(f"purposes.{form.purpose}")
        if form.form in library.forms:
            yield library.forms[form.form].label
    yield from (vocabulary.sectors[sector] for sector in case.sectors if sector in vocabulary.sectors)
    for decision in case.decisions[:1]:
        yield from (vocabulary.themes[theme] for theme in decision.themes if theme in vocabulary.themes)
    countries = library.messages.at("countries")
    for code in (case.country, *(part.country for part in case.parts if part.country)):
        yield str(countries.get(code, code))


def _group(library: Library, group: SynonymGroup, told: Iterable[str]) -> WordGroupPayload:
    phrases = [_spoken(phrase) for phrase in (*group.words, *group.finds)]
    fitting = [
        number
        for number, (case, words) in enumerate(zip(library.cases.values(), told, strict=True))
        if any(form in words for phrase in phrases for form in phrase)
        or any(form.form in group.forms for form in has_begun(case.forms, first_day(case)))
    ]
    return {"words": [" ".join(search_words(phrase)) for phrase in group.words], "cases": fitting}


def _spoken(phrase: str) -> tuple[str, ...]:
    """A phrase as it stands in the words of a text, in the singular and in the plural."""
    words = " ".join(search_words(phrase))
    return tuple(f" {words}{ending} " for ending in ("", "s", "es"))
