"""What would give an ending away, derived from the cases themselves, and what a page shows before a decision."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser

from casebook.analysis.disclosure import as_of, has_begun, spoiler_texts
from casebook.analysis.stages import stages
from casebook.library.library import Library
from casebook.schema.base import Sourced
from casebook.schema.case import Case, Decision, Form, Member
from casebook.text.markdown import typographic

SHORT = 6
"""A sentence of fewer words may be said of many things; it is looked for only as a whole text."""
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_HEADINGS = ("History", "About", "Frequently asked questions")


def plain(text: str) -> str:
    """The words of a text, in one line, in small letters, with real quotation marks: pages and files compare by it."""
    return " ".join(typographic(text).split()).lower()


def words_of(source: str) -> str:
    """Everything that a piece of HTML says: text, attributes, data."""
    return plain(html.unescape(_TAG.sub(" ", source))) + " " + plain(html.unescape(source))


def sentences(texts: Iterable[str]) -> set[str]:
    """The texts and their longer sentences."""
    found: set[str] = set()
    for text in texts:
        found |= {plain(text)} | {
            plain(sentence) for sentence in _SENTENCE.split(text) if len(sentence.split()) >= SHORT
        }
    return {sentence for sentence in found if len(sentence.split()) >= 3}


@dataclass(frozen=True)
class Telling:
    """What must not be seen before a decision of a case, by kind: titles, addresses, questions, pages, texts."""

    titles: frozenset[str]
    addresses: frozenset[str]
    questions: frozenset[str]
    pages: frozenset[str]
    texts: frozenset[str]

    def seen_in(self, words: str) -> list[str]:
        """What is given away in some words, each with its kind in front; sorted."""
        kinds: Mapping[str, frozenset[str]] = vars(self)
        there = _words_of_a_text(words)
        return sorted(
            f"{kind}: {one}"
            for kind, every in kinds.items()
            for one in every
            if _longest_inner_word(one) in there and one in words
        )


@lru_cache(maxsize=2)
def _words_of_a_text(text: str) -> frozenset[str]:
    """The words between its spaces, and nothing between them: a text of some pages is asked for many sentences."""
    return frozenset(("", *text.split()))


@cache
def _longest_inner_word(sentence: str) -> str:
    """A word that stands whole in every text that holds the sentence; nothing where it has fewer than three words."""
    return max(sentence.split()[1:-1], key=len, default="")


def telling_before(library: Library, slug: str, decision: Decision) -> Telling:
    """What tells more than may be known before a decision. No title or address of a source may, before any decision."""
    case = library.cases[slug]
    number = case.decisions.index(decision)
    known = openly_known(library, case, decision)
    later = case.decisions[number + 1 :]
    titles = {plain(one.title) for one in case.sources if len(one.title.split()) >= 3}
    questions = {plain(seat.question) for one in later for seat in one.seats if len(seat.question.split()) >= 3}
    return Telling(
        titles=frozenset(title for title in titles if title not in known),
        addresses=frozenset(
            plain(address)
            for one in case.sources
            for address in (one.url, one.doi)
            if address and len(address) > len("https://a.org/")
        ),
        questions=frozenset(question for question in questions if question not in known),
        pages=frozenset(f"{slug}/{one.id}" for one in later),
        texts=frozenset(sentence for sentence in sentences(spoiler_texts(case, decision)) if sentence not in known),
    )


def openly_known(library: Library, case: Case, decision: Decision) -> str:
    """What the library says openly of every case, the names in this one, and what its story tells up to a decision."""
    heads = [part for one in library.cases.values() for part in (one.title, one.place, one.summary)]
    heads += [event.text or "" for event in library.policy_dates]
    names = [member.name for member in as_of(case, decision.when.begins).members]
    told: list[Sourced] = [*case.story]
    for stage in stages(case)[: case.decisions.index(decision) + 1]:
        told += stage.everything
    seats = [seat for one in case.decisions[: case.decisions.index(decision) + 1] for seat in one.seats]
    asked = [words for seat in seats for words in (seat.label, seat.question)]
    return plain(" | ".join((*heads, *names, *asked, *_HEADINGS, *(one.text or "" for one in told))))


def later_names(library: Library, slug: str, decision: Decision) -> set[str]:
    """The names, of two words and more, of members and forms that came after a decision and are not told of before
    it.
    """
    case = library.cases[slug]
    begun = has_begun((*case.members, *case.forms), decision.when.begins)
    seats = [seat for one in case.decisions[: case.decisions.index(decision) + 1] for seat in one.seats]
    options = [word for seat in seats for word in (seat.label, seat.question, *(one.label for one in seat.options))]
    known = " | ".join((openly_known(library, case, decision), plain(" | ".join((*map(named, begun), *options)))))
    names = {plain(named(one).partition(",")[0]) for one in (*case.members, *case.forms) if one not in begun}
    return {name for name in names if len(name.split()) > 1 and name not in known}


def named(body: Member | Form) -> str:
    """What a member or a form is called."""
    return body.name if isinstance(body, Member) else body.label


def before_decision(page: str, case: Case, decision: Decision) -> str:
    """What a visitor has of a case's page before a decision: all but what is held back until it, or a later one, is
    made, and but the titles of sources.
    """
    held = {one.id for one in case.decisions[case.decisions.index(decision) :]}
    reader = _Without(held)
    reader.feed(page)
    assert reader.left_out >= len(held), decision.id
    return "".join(reader.kept)


_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class _Without(HTMLParser):
    """Keeps a page but for what is held back: what happened after some decisions, what may be looked up after them, and
    the whole list of sources.
    """

    def __init__(self, decisions: Collection[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.decisions = decisions
        self.kept: list[str] = []
        self.left_out = 0
        self._depth = 0  # how many open elements there are inside what is left out; 0 outside

    def _is_held(self, attributes: Mapping[str, str | None]) -> bool:
        names = (attributes.get("class") or "").split()
        if "what-happened" in names:
            return (attributes.get("id") or "").removeprefix("after-") in self.decisions
        return "source-fold" in names or ("later" in names and attributes.get("data-after") in self.decisions)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth:
            self._depth += tag not in _VOID
        elif self._is_held(dict(attrs)):
            self._depth, self.left_out = 1, self.left_out + 1
        else:
            self.kept.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._depth:
            self.kept.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth -= 1
        else:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
