"""The words of every case up to its first decision, for searching the library and the decisions: data/words.js.

It is loaded with the first key, and holds no sentence but the titles: for each word, the cases that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from casebook.analysis.disclosure import first_day, has_begun, opening_texts
from casebook.analysis.words_today import led_to
from casebook.library.library import Library
from casebook.schema.case import Case
from casebook.schema.reference_pages import Synonyms
from casebook.text.letters import search_words
from casebook.text.markdown import typographic

BREAK = "|"
"""Stands between two texts, so that no phrase reaches from one into the next."""

Phrases = dict[str, list[tuple[list[str], int]]]
"""By its first word, each phrase with the number of its group."""


class WordGroupPayload(TypedDict):
    """Words for one thing, as they are written, and the cases (by their place in the list) that have any of them."""

    words: list[str]
    also: list[str]
    """Other words by which the same cases were found, though they do not lead to all of them."""
    cases: list[int]


class WordsPayload(TypedDict):
    """Every word, in the order of the alphabet, and for each the cases that have it."""

    cases: list[str]
    titles: list[str]
    """What each case is called."""
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
    phrases = _phrases(library.synonyms)
    at: dict[str, list[int]] = {}
    in_groups: list[list[int]] = [[] for _ in library.synonyms.groups]
    for number, case in enumerate(library.cases.values()):
        words = [word for text in searched_texts(library, case) for word in (*search_words(text), BREAK)]
        for word in set(words) - small - {BREAK}:
            at.setdefault(word, []).append(number)
        for group in _groups_in(words, phrases) | _groups_of_forms(case, library.synonyms):
            in_groups[group].append(number)
    ordered = sorted(at)
    groups: list[WordGroupPayload] = [
        {"words": list(group.words), "also": [], "cases": numbers}
        for group, numbers in zip(library.synonyms.groups, in_groups, strict=True)
    ]
    return {
        "cases": list(library.cases),
        "titles": [typographic(case.title) for case in library.cases.values()],
        "small": sorted(small),
        "words": " ".join(ordered),
        "at": [at[word] for word in ordered],
        "groups": [*_of_today(library, groups), *groups],
    }


def _of_today(library: Library, groups: list[WordGroupPayload]) -> Iterator[WordGroupPayload]:
    """The words of today, each with its other names: the cases that it leads to, and those of the groups that have one
    of its names. They come first, so that they are taken before a group that has the same name.
    """
    numbers = {slug: number for number, slug in enumerate(library.cases)}
    for word in library.words_today:
        names = [word.word, *word.also]
        cases = {numbers[slug] for slug in led_to(library)[word.id].cases}
        shared = [group for group in groups if _have_one(names, group["words"])]
        cases.update(number for group in shared for number in group["cases"])
        also = [other for group in shared for other in group["words"] if not _have_one(names, [other])]
        yield {"words": names, "also": also, "cases": sorted(cases)}


def _have_one(names: Iterable[str], others: Iterable[str]) -> bool:
    """True where two groups have a phrase in common, as it is compared with what is typed."""
    return bool({tuple(search_words(name)) for name in names} & {tuple(search_words(other)) for other in others})


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


def _phrases(synonyms: Synonyms) -> Phrases:
    """The phrases of all groups, in the singular and in the plural, by their first word."""
    found: Phrases = {}
    for number, group in enumerate(synonyms.groups):
        for phrase in (*group.words, *group.finds):
            *before, last = search_words(phrase)
            for ending in ("", "s", "es"):
                words = [*before, f"{last}{ending}"]
                found.setdefault(words[0], []).append((words, number))
    return found


def _groups_in(words: list[str], phrases: Phrases) -> set[int]:
    """The groups of which some phrase stands in these words."""
    return {
        group
        for place, word in enumerate(words)
        for phrase, group in phrases.get(word, ())
        if words[place : place + len(phrase)] == phrase
    }


def _groups_of_forms(case: Case, synonyms: Synonyms) -> set[int]:
    """The groups that name a form which the case had at first."""
    forms = {form.form for form in has_begun(case.forms, first_day(case))}
    return {number for number, group in enumerate(synonyms.groups) if forms.intersection(group.forms)}
