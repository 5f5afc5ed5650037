"""Names that tell: bodies of a case that were not there yet when its first decision was made, and auditors, courts and
the like.

A source that such a body wrote or published is named by its kind, so that no note hints at what followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from casebook.analysis.disclosure import as_of, first_day
from casebook.schema.case import Case, Source

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?\b")
_NAME_ENDS = re.compile(r"[,;:(]")
_COUNTS = frozenset(
    [
        "a",
        "an",
        "the",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
)
LEAST = 2
"""A name of one word may be a word of the language."""


def words_in(text: str) -> tuple[str, ...]:
    """The words of a name, so that two ways to write it compare as equal: small letters, no plurals, no possessives."""
    return tuple(_singular(word) for word in _WORD.findall(_POSSESSIVE.sub("", text.lower())))


def _singular(word: str) -> str:
    """A word without its last s; the shortest are left, for they would lose their meaning."""
    return word.removesuffix("s") if len(word) > 3 else word


def later_bodies(case: Case) -> frozenset[tuple[str, ...]]:
    """The names of the members and forms that were not there before the first decision, as words."""
    if not case.decisions:
        return frozenset()
    shown = as_of(case, first_day(case))
    known = {words_in(name) for name in _names(shown.members, shown.forms)}
    later = {words_in(name) for name in _names(case.members, case.forms)} - known
    return frozenset(name for words in later for name in _ways_to_say(words))


def _names(members: Iterable[object], forms: Iterable[object]) -> list[str]:
    every = [getattr(one, "name", None) or getattr(one, "label", None) for one in (*members, *forms)]
    return [_NAME_ENDS.split(name)[0] for name in every if name]


def _ways_to_say(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A name as it stands, and without a count or an article in front: Four support units, support units."""
    shorter = words[1:] if words and words[0] in _COUNTS else ()
    return [way for way in (words, shorter) if len(way) >= LEAST]


def names_one(text: str, bodies: Iterable[tuple[str, ...]]) -> bool:
    """True where a text holds one of the names, word for word."""
    words = words_in(text)
    return any(_holds(words, name) for name in bodies)


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return any(tuple(words[at : at + size]) == tuple(name) for at in range(len(words) - size + 1))


def without_telling_names(case: Case) -> list[Source]:
    """The sources of a case; left without author and place where these tell: they came later, or the file says so."""
    bodies = later_bodies(case)
    return [_quiet(one) if one.author_tells or _is_named_by(one, bodies) else one for one in case.sources]


def _is_named_by(source: Source, bodies: frozenset[tuple[str, ...]]) -> bool:
    return any(names_one(name, bodies) for name in [one.listed for one in source.authors] or [source.in_ or ""])


def _quiet(source: Source) -> Source:
    return source.model_copy(update={"authors": (), "and_others": False, "in_": None})
