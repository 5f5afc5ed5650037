"""Gives the headings of a finished page ids and links to themselves, and a long page its contents.

All pages go through here, whoever wrote their headings: Markdown, a template or a component.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from casebook.components.page.page_contents.page_contents import page_contents
from casebook.render.context import PageContext
from casebook.text.letters import as_id
from casebook.text.markdown import typographic

LONG = 4
"""A page with as many headings of the second level has contents."""
LONGEST_ID = 60
SIGN = "section-sign"
"""The id of the sign of the links to headings, which a page draws once."""
_TAG = re.compile(r"<(/?)(h2|h3|template|dialog|noscript|nav|summary)\b([^>]*)>")
_ID = re.compile(r'\sid="([^"]+)"')
_HIDDEN = re.compile(r"\shidden(?=[\s=>]|$)")
_NO_WORDS = re.compile(r"<(svg|sup)\b.*?</\1>|<[^>]*>", re.DOTALL)
_APART = {"template", "dialog", "noscript", "nav", "summary"}
"""What stands in these is no section of the page, or can hold no link."""


@dataclass(frozen=True)
class Heading:
    """A heading of a page: where its tag begins and ends, where its words end, and its words as plain text."""

    level: str
    start: int
    inner: int
    end: int
    attributes: str
    words: str
    id: str


def with_anchors(ctx: PageContext, html: str, own_contents: bool = False) -> tuple[str, bool]:
    """The page with an id and a link on every heading of a section, and with its contents where it is long.

    `own_contents`: the page brings contents of its own. Says too whether the page was long.
    """
    headings = list(find_headings(html))
    sections = [heading for heading in headings if heading.level == "h2"]
    is_long = len(sections) >= LONG
    pieces, at = [], 0
    for heading in headings:
        if is_long and not own_contents and heading is sections[0]:
            start = _section_start(html, heading.start)
            pieces += [html[at:start], page_contents(ctx, [(one.id, one.words) for one in sections])]
            at = start
        named = f"<{heading.level}{heading.attributes}"
        if not _ID.search(heading.attributes):
            named += f' id="{heading.id}"'
        sign = _link(ctx, heading, is_first=heading is headings[0])
        pieces += [html[at : heading.start], named, ">", html[heading.inner : heading.end], sign]
        at = heading.end
    return "".join([*pieces, html[at:]]), is_long


def _section_start(html: str, start: int) -> int:
    """Where the section of a heading begins, so that its contents stand before it and not within it."""
    before = re.search(r"(?:<(?:section|div|header)\b[^>]*>\s*)*$", html[max(0, start - 600) : start])
    return start - len(before[0]) if before else start


def _link(ctx: PageContext, heading: Heading, is_first: bool) -> str:
    """The link to a heading; its sign is drawn in the first of a page, and the others show that drawing."""
    words = Markup(typographic(heading.words))
    return str(ctx.render("section_link", anchor=heading.id, words=words, sign=SIGN, is_first=is_first))


def find_headings(html: str) -> Iterator[Heading]:
    """The headings of sections, in order, each with the id it has or is given: from its words, and unlike any other.

    A heading that is a link (that of a card), has no words, or is hidden is none.
    """
    taken = {SIGN, *_ID.findall(html)}
    apart = 0
    opened: re.Match[str] | None = None
    for tag in _TAG.finditer(html):
        closes, name, _ = tag.groups()
        if name in _APART:
            apart += -1 if closes else 1
        elif name in ("h2", "h3") and not closes:
            opened = tag
        elif name in ("h2", "h3") and opened and not apart:
            words = words_of(html[opened.end() : tag.start()])
            is_card = "<a " in html[opened.end() : tag.start()]
            if words and not is_card and not _HIDDEN.search(opened[3]):
                given = _ID.search(opened[3])
                id_ = given[1] if given else _unlike(as_id(words)[:LONGEST_ID].strip("-") or "section", taken)
                taken.add(id_)
                yield Heading(name, opened.start(), opened.end(), tag.start(), opened[3], words, id_)


def words_of(html: str) -> str:
    """The words of a heading as plain text on one line; numbers of notes and pictures are none."""
    return " ".join(unescape(_NO_WORDS.sub(" ", html)).split())


def _unlike(id_: str, taken: set[str]) -> str:
    """An id that the page does not have yet: the same, or with a number behind it."""
    number = 2
    name = id_
    while name in taken:
        name, number = f"{id_}-{number}", number + 1
    return name
