"""Finds the words of the glossary in texts, so that the first use of each on a page can be explained there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape

_NOT_IN = "a|button|cite|code|dt|h[1-6]|label|legend|pre|summary|th"
"""What keeps its words plain: links and buttons, headings, labels, titles, code."""
_TOKEN = re.compile(rf"<(?P<closes>/?)(?P<shut>{_NOT_IN})\b[^>]*>|<[^>]*>|(?P<text>[^<]+)", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:”’)]\s+|[“‘(])\Z")


class TermFinder:
    """Finds words in texts: whole words only, and of two that begin at one place the longer.

    A word that is listed in small letters is found with a capital at the beginning of a sentence too; with a capital
    elsewhere it is taken for part of a name.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        """`words`: each word, or form of a word, with the id of its term."""
        self._ids = dict(words)
        self._capitals = {word[:1].upper() + word[1:]: id_ for word, id_ in words.items()}
        longest_first = sorted({*self._ids, *self._capitals}, key=len, reverse=True)
        every = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<![\w’'-])(?:{every})(?![\w-])") if every else None
        small = {word.lower() for word in words}
        # Most texts hold none of them, and to look for each is faster than to ask the pattern.
        self._least = tuple(one for one in small if not any(other != one and other in one for other in small))
        self._known: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def find(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Where each word begins and ends, with the id of its term; remembered, for a text stands on several pages."""
        if text not in self._known:
            self._known[text] = tuple(self._find(text))
        return self._known[text]

    def _find(self, text: str) -> Iterator[tuple[int, int, str]]:
        small = text.lower()
        if not self._pattern or not any(word in small for word in self._least):
            return
        for found in self._pattern.finditer(text):
            word = found[0]
            if word in self._ids:
                yield found.start(), found.end(), self._ids[word]
            elif _SENTENCE_BEGINS.search(text, 0, found.start()):
                yield found.start(), found.end(), self._capitals[word]


def explain_text(finder: TermFinder, text: str, seen: set[str], write: Callable[[str, str], str]) -> str:
    """The HTML of a plain text. Of each term that is not among the seen the first use is written by `write`, which gets
    the id of the term and the word as it is used.
    """
    pieces, at = [], 0
    for start, end, id_ in finder.find(text):
        if id_ not in seen:
            seen.add(id_)
            pieces += [escape(text[at:start]), write(id_, text[start:end])]
            at = end
    return "".join([*pieces, escape(text[at:])])


def explain_html(finder: TermFinder, html: str, seen: set[str], write: Callable[[str, str], str]) -> str:
    """The same for HTML; what stands in links, buttons, headings, labels, titles and code is left as it is."""
    pieces, shut = [], 0
    for token in _TOKEN.finditer(html):
        if token["shut"]:
            shut += -1 if token["closes"] else 1
        text = token["text"]
        explains = text and shut == 0 and finder.find(unescape(text))
        pieces.append(explain_text(finder, unescape(text), seen, write) if explains else token[0])
    return "".join(pieces)
