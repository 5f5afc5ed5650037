"""What a contributor may have meant by a word that is not known.

Only a slip of the hand is corrected: a letter too many, missing, wrong or swapped, an ending, a hyphen, a capital. A
word is compared part by part (merges-with is not competes-with), and its first letter must be right: the beginnings
that turn a meaning round (un-, in-, non-, dis-, ex-) all change it, and a slip seldom does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from casebook.text.characters import HARD_SPACE, without_invisible
from casebook.text.letters import foreign_letter, in_latin, name_of_letter

MOST_COMPARED = 20
MOST_LETTERS = 80
MOST_ALIKE = 1_000
"""Where more known words than this begin alike, none is guessed: no list of ours is so long, and the time would grow
with its square."""
_FILLERS = frozenset(("and", "the", "a", "an", "of"))
_OPPOSITES = frozenset(
    (
        "with",
        "within",
        "without",
        "by",
        "to",
        "from",
        "for",
        "against",
        "at",
        "on",
        "off",
        "over",
        "under",
        "before",
        "after",
        "above",
        "below",
        "in",
        "out",
        "up",
        "down",
        "not",
        "no",
        "non",
        "never",
        "yes",
        "only",
        "part",
        "whole",
        "majority",
        "minority",
        "maximum",
        "minimum",
        "prescribe",
        "proscribe",
        "increase",
        "decrease",
        "include",
        "exclude",
        "more",
        "less",
        "first",
        "last",
    )
)
"""Words that turn a meaning round or point the other way: none is a slip for another."""
_ENDINGS = re.compile(r"(?:ies|ing|ed|es|ey|s|d|e|y)\Z")
_DOER = re.compile(r"(?:er|or|ar)\Z")
_DONE_TO = re.compile(r"(?:ee|ed)\Z")


def did_you_mean(word: str, known: Iterable[str], labels: Mapping[str, str] | None = None) -> str:
    """A hint for a near miss, beginning with a semicolon; empty where nothing is near.

    `labels` are the words readers see, by id.
    """
    word = str(word)
    if len(word) > MOST_LETTERS:
        return ""
    index = _index(frozenset(known))
    foreign = foreign_letter(word)
    if foreign:
        latin = index.same.get(_tight(in_latin(word)))
        latin = latin or _nearest(in_latin(word), index)
        return f"; write {latin}, in Latin letters ({name_of_letter(foreign)})" if latin else ""
    label = _same_label(word, labels or {})
    same = label or index.same.get(_tight(word))
    if same:
        return f"; write {same}"
    near = _nearest(word, index)
    return f"; did you mean “{near}”?" if near else ""


def listed(words: Iterable[str], most: int = 60) -> str:
    """Words as a list to choose from: all of them, unless they would fill a page."""
    every = list(words)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def either(words: list[str]) -> str:
    """home, across or above."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


@dataclass(frozen=True)
class _Entry:
    """A known word, ready to be compared."""

    word: str
    parts: tuple[str, ...]
    size: int
    letters: int


@dataclass(frozen=True)
class _Index:
    """The known words: by what is left without capitals and hyphens, and by first letter."""

    same: Mapping[str, str]
    by_first: Mapping[str, tuple[_Entry, ...]]


@lru_cache(maxsize=64)
def _index(known: frozenset[str]) -> _Index:
    by_first: dict[str, list[_Entry]] = {}
    for word in sorted(known):
        entry = _entry(word)
        by_first.setdefault(word[:1].lower(), []).append(entry)
    return _Index(
        {_tight(word): word for word in known}, {first: tuple(entries) for first, entries in by_first.items()}
    )


def _tight(word: str) -> str:
    """The letters and digits alone: General Practice, general_practice and general-practice are the same."""
    return re.sub(r"[\s_-]+", "", HARD_SPACE.sub(" ", without_invisible(word))).casefold()


def _same_label(word: str, labels: Mapping[str, str]) -> str:
    return next((id_ for id_, label in labels.items() if label and _tight(label) == _tight(word)), "")


def _entry(word: str) -> _Entry:
    parts = tuple(part for part in re.split(r"[\s_./-]+", word.lower()) if part and part not in _FILLERS)
    letters = 0
    for letter in word.lower():
        letters |= 1 << (ord(letter) % 64)
    return _Entry(word, parts, sum(map(len, parts)), letters)


def _nearest(word: str, index: _Index) -> str:
    """The known word that a slip leads to, the smallest slip first; a filter on letters leaves few to compare."""
    alike = index.by_first.get(word[:1].lower(), ())
    if len(alike) > MOST_ALIKE:
        return ""
    typed = _entry(word)
    rough = [
        ((typed.letters ^ entry.letters).bit_count(), entry)
        for entry in alike
        if len(entry.parts) == len(typed.parts) and abs(entry.size - typed.size) <= 4
    ]
    few = sorted((rank for rank in rough if rank[0] <= 6), key=lambda rank: rank[0])[:MOST_COMPARED]
    slips = [(slip, entry.word) for _, entry in few if (slip := _slip(typed.parts, entry.parts)) is not None]
    return min(slips)[1] if slips else ""


def _slip(typed: tuple[str, ...], meant: tuple[str, ...]) -> int | None:
    """How many letters slipped, over all parts; None where a part is another word."""
    slips = [_part_slip(first, second) for first, second in zip(typed, meant, strict=True)]
    whole = [slip for slip in slips if slip is not None]
    return sum(whole) if len(whole) == len(slips) and sum(whole) <= 3 else None


def _part_slip(typed: str, meant: str) -> int | None:
    if typed == meant:
        return 0
    if typed[0] != meant[0] or (typed in _OPPOSITES and meant in _OPPOSITES) or _are_opposed(typed, meant):
        return None
    if any(letter.isdigit() for letter in typed + meant):
        same_figures = re.sub(r"\D", "", typed) == re.sub(r"\D", "", meant)
        return (
            1
            if sorted(typed) == sorted(meant)
            or (same_figures and _distance(typed, meant, 1) == 1)
            or typed == meant.rstrip("0123456789")
            else None
        )
    if _stem(typed) == _stem(meant):
        return 1
    longest = max(len(typed), len(meant))
    most = 0 if longest <= 3 else 1 if longest <= 8 else 2
    slip = _distance(typed, meant, most)
    return slip if slip <= most else None


def _are_opposed(typed: str, meant: str) -> bool:
    """True for one who does and one to whom it is done: commissioner and commissioned, payer and payee."""
    pairs = ((typed, meant), (meant, typed))
    return any(
        _DOER.search(doer) and _DONE_TO.search(done) and _DOER.sub("", doer) == _DONE_TO.sub("", done)
        for doer, done in pairs
    )


def _stem(word: str) -> str:
    """A word without its ending: plans and planned, monies and money."""
    stem = _ENDINGS.sub("", word)
    stem = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    return stem if len(stem) >= 3 else word


def _distance(first: str, second: str, most: int) -> int:
    """Letters too many, missing, wrong or swapped (optimal string alignment); `most` + 1 where there are more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for down, letter in enumerate(first, 1):
        above, row = row, [down]
        for across, other in enumerate(second, 1):
            least = min(above[across] + 1, row[across - 1] + 1, above[across - 1] + (letter != other))
            if down > 1 and across > 1 and letter == second[across - 2] and first[down - 2] == other:
                least = min(least, before[across - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]
