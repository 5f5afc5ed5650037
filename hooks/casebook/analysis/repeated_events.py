"""Whether an outcome has told an event already, so that *What came next* need not tell it again.

The open data keep every event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from casebook.schema.base import Sourced, Statement
from casebook.schema.case import Decision, Event
from casebook.text.dates import MONTHS, When

MOST_OF_IT, HALF_OF_IT = 0.6, 0.5
STEM = 5  # letters of a word that tell it from others, whatever its ending
SMALL_WORDS = (
    "about",
    "after",
    "also",
    "another",
    "before",
    "could",
    "each",
    "every",
    "first",
    "from",
    "have",
    "into",
    "last",
    "more",
    "most",
    "month",
    "only",
    "other",
    "over",
    "said",
    "says",
    "same",
    "should",
    "some",
    "such",
    "than",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "under",
    "until",
    "were",
    "what",
    "when",
    "which",
    "while",
    "will",
    "with",
    "would",
    "year",
)
PAST = {
    "became": "become",
    "began": "begin",
    "chose": "choose",
    "gave": "give",
    "held": "hold",
    "kept": "keep",
    "made": "make",
    "went": "go",
    "took": "take",
}


def is_repeated_in(event: Event, outcome: Iterable[Statement], decision: Decision) -> bool:
    """True where one statement of the outcome has the date of the event or one around it, names all its sources, and
    says most of what it says.

    Where date and sources are exactly the same, half of it is enough; but every figure must be there, and every
    dispute.
    """
    return any(_tells(one, event, decision) for one in outcome)


def _tells(one: Statement, event: Event, decision: Decision) -> bool:
    if event.part not in (None, one.part) or not _is_dated_alike(one, event.when, decision):
        return False
    sources, wanted = _sources([one]), _sources([event])
    if not wanted or not wanted <= sources or not _sources(event.disputed) <= _sources(one.disputed):
        return False
    if not _figures(event.text) <= _figures(one.text):
        return False
    exact = sources == wanted and (one.when == event.when or event.when.spoken() in one.text)
    return _share(event.text, one.text) >= (HALF_OF_IT if exact else MOST_OF_IT)


def _sources(things: Iterable[Sourced] | Iterable[object]) -> set[str]:
    return {cited.source for thing in things for cited in getattr(thing, "sources", ())}


def _is_dated_alike(one: Statement, when: When, decision: Decision) -> bool:
    """True where the date of the statement holds the other; a statement without a date has that of its decision, and
    those that it names.
    """
    if one.when:
        return _holds(one.when, when)
    return _holds(decision.when, when) or _names(one.text, when)


def _holds(when: When, other: When) -> bool:
    return None not in (when.end, other.end) and when.begins <= other.begins and other.ends <= when.ends


def _names(text: str, when: When) -> bool:
    """True where a text names the day or the month."""
    start = when.start
    if start is None or when.end is None or not start.month:
        return False
    month = f"{MONTHS[start.month]} {start.year}"
    return bool(re.search(rf"\b{start.day} {month}|(?<!\d )\b{month}", text)) if start.day else month in text


def _share(text: str, other: str) -> float:
    """The share of the words of a text that another has too."""
    words = _words(text)
    return len(words & _words(other)) / len(words) if words else 1.0


def _words(text: str) -> set[str]:
    found = re.findall(r"[a-z]{4,}", text.lower())
    return {PAST.get(word, word).rstrip("s")[:STEM] for word in found if word not in SMALL_WORDS}


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,.]*\d|\d", text))
