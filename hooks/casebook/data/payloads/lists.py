"""Long lists, such as the library, as their scripts load them: data/case-cards.js and data/decision-entries.js. A page
holds the first entries; what narrows and orders all of them, and the other entries themselves, come when asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict
from xml.etree import ElementTree

AT_FIRST = 24
"""How many entries a page of a long list holds; divides by two, three and four columns."""
_WITHOUT_TEXT = frozenset(("article", "div", "g", "svg", "td", "tr", "ul"))
"""Elements in which white space means nothing."""
_SPACE = re.compile(r"\s+")

Piece = list[Any]
"""An element as plain data: its tag, its attributes, and what it holds, texts and elements."""


class EntryPayload(TypedDict):
    """What an entry is put in order by, and its values in each facet, by their places."""

    slug: str
    order: dict[str, str | int | None]
    facets: dict[str, list[int]]


class ListPayload(TypedDict):
    """The entries of a whole list, and those that its page does not hold as plain data."""

    values: dict[str, list[str]]
    """The values of each facet; each stands once, and entries name it by its place."""
    entries: list[EntryPayload]
    cards: list[Piece]
    """The entries beyond the first, each taken apart."""


@dataclass(frozen=True)
class Entry:
    """One entry of a list: the case it belongs to, what it is put in order by, and its values in each facet."""

    slug: str
    order: Mapping[str, str | int | None]
    facets: Mapping[str, Sequence[str]]


def list_payload(entries: Iterable[Entry], cards: Iterable[str]) -> ListPayload:
    """A list as its script loads it; `cards` is the HTML of the entries that its page does not hold."""
    values: dict[str, dict[str, int]] = {}
    rows: list[EntryPayload] = []
    for entry in entries:
        places = {
            name: [values.setdefault(name, {}).setdefault(one, len(values[name])) for one in ids]
            for name, ids in entry.facets.items()
        }
        rows.append({"slug": entry.slug, "order": dict(entry.order), "facets": places})
    return {
        "values": {name: list(known) for name, known in values.items()},
        "entries": rows,
        "cards": [taken_apart(card) for card in cards],
    }


def taken_apart(html: str) -> Piece:
    """An element as plain data, so that no script reads text as markup. Its HTML must be XML as well."""
    return _piece(ElementTree.fromstring(html))


def _piece(element: ElementTree.Element) -> Piece:
    found: Piece = [element.tag, element.attrib, _text(element, element.text)]
    for inner in element:
        found += [_piece(inner), _text(element, inner.tail)]
    return [one for one in found if one != ""]


def _text(parent: ElementTree.Element, text: str | None) -> str:
    """A text inside an element, its white space as a browser shows it."""
    words = _SPACE.sub(" ", text or "")
    return "" if words == " " and parent.tag in _WITHOUT_TEXT else words
