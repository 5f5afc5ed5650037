"""How a source is named: in notes by author and year, in lists by everything that is known of it.

Two that would look the same get a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

from casebook.citations.telling_authors import without_telling_names
from casebook.library.library import Library, per_library
from casebook.schema.authors import Author
from casebook.schema.case import Case, Source
from casebook.schema.exercise import Exercise
from casebook.text.punctuation import ended, has_mark

UNDATED = "undated"
OTHERS = "and others"
NO_KINDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Names:
    """What the sources of a list are called: in a note, by id, and the letter behind the year of those that would look
    the same.
    """

    short: dict[str, str]
    letters: dict[str, str]


@dataclass(frozen=True)
class Printed:
    """A source as it is printed: the words before its title, the title and its mark, the words behind it, and its
    address with the words of the link.
    """

    before: str
    title: str
    mark: str
    after: str
    address: str
    link: str


def short_name(source: Source, kinds: Mapping[str, str] = NO_KINDS) -> str:
    """A source as it is named in a note: Turner 2016; Morris and others 2014; The King's Fund 2018. A year that stands
    in the name is not said twice.

    Where nobody is named it is called by the label of its kind (`kinds`: label by id), by its title only where no kinds
    are given.
    """
    who = _who(source, kinds)
    return f"{who} {source.year}" if source.year and str(source.year) not in who else who


def _who(source: Source, kinds: Mapping[str, str]) -> str:
    names = [author.short for author in source.authors]
    several = bool(names) and (len(names) > 2 or source.and_others)
    return (
        f"{names[0]} {OTHERS}"
        if several
        else " and ".join(names) or source.in_ or kinds.get(source.kind) or source.title
    )


def name_all(sources: Iterable[Source], kinds: Mapping[str, str] = NO_KINDS) -> Names:
    """The names of the sources of one list; see `short_name` for `kinds`.

    Of those that would look the same each gets a letter, in the order of the list: Ham 2015a, Ham 2015b; Ham, undated
    a.
    """
    every = list(sources)
    alike: dict[str, list[Source]] = {}
    for source in every:
        alike.setdefault(short_name(source, kinds), []).append(source)
    letters = {
        source.id: letter
        for group in alike.values()
        if len(group) > 1
        for source, letter in zip(group, _letters(), strict=False)
    }
    return Names(
        {source.id: _lettered(source, short_name(source, kinds), letters.get(source.id, "")) for source in every},
        letters,
    )


def _letters() -> Iterator[str]:
    """a to z, then aa, bb and so on: no list ends before its letters."""
    return (chr(ord("a") + number % 26) * (number // 26 + 1) for number in count())


def _lettered(source: Source, name: str, letter: str) -> str:
    if not letter:
        return name
    if not source.year:
        return f"{name}, {UNDATED} {letter}"
    return f"{name}{letter}" if name.endswith(str(source.year)) else f"{name}, {source.year}{letter}"


def names_in(library: Library, owner: Case | Exercise | None = None) -> Names:
    """The names of the sources of a case or an exercise; of the bibliography, where none is named.

    A case's are never named by their titles, nor by a body that came after its first decision or whose name tells.
    """
    return _names_of(library, type(owner), owner.slug) if owner else _names_in_bibliography(library)


@per_library
def _names_of(library: Library, kind: type[Case | Exercise], slug: str) -> Names:
    if kind is Case:
        return name_all(without_telling_names(library.cases[slug]), library.vocabulary.source_kinds)
    return name_all(library.exercises[slug].sources)


@per_library
def _names_in_bibliography(library: Library) -> Names:
    return name_all(in_order(library.bibliography.values()))


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Sources in the order of a bibliography: by their first author or their title, then by year."""
    return sorted(sources, key=lambda one: (first_word(one).lower(), one.year or 0))


def first_word(source: Source) -> str:
    """What a source is listed under: its first author; its title, where nobody is named."""
    return source.authors[0].listed if source.authors else source.title


def printed(source: Source, letter: str = "") -> Printed:
    """A source as every list prints it: author (year).

    Title. Where it appeared. Where nobody is named, the title stands first.
    """
    year = f"({source.year}{letter})." if source.year else f"({UNDATED} {letter})." if letter else ""
    who = names_in_full(source.authors, source.and_others)
    before = (f"{who} {year}" if year else ended(who)) if who else ""
    mark = "" if has_mark(source.title) or (year and not who) else "."
    after = " ".join(part for part in (year if not who else "", ended(source.in_) if source.in_ else "") if part)
    address = f"https://doi.org/{source.doi}" if source.doi else source.url or ""
    return Printed(before, source.title, mark, after, address, f"doi.org/{source.doi}" if source.doi else address)


def names_in_full(authors: Iterable[Author], and_others: bool) -> str:
    """All authors in a line: Turner, S., Ramsay, A. and others."""
    names = ", ".join(author.listed for author in authors)
    return f"{names} {OTHERS}" if names and and_others else names


def by_letter(sources: Sequence[Source]) -> list[tuple[str, list[Source]]]:
    """The sources in order, under the first letter of what they are listed under."""
    groups: dict[str, list[Source]] = {}
    for source in in_order(sources):
        groups.setdefault(first_word(source)[0].upper(), []).append(source)
    return list(groups.items())
