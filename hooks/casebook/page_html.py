"""The HTML of authored pages: which tags and attributes may stand in it.

Everything else is named by the check, and taken out of every build.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

import markdown
import nh3

from casebook.checking.suggestions import did_you_mean
from casebook.prose import TOO_DEEP, too_much

# As in mkdocs.yml, behind the three that MkDocs always adds; a test compares.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "smarty")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "hr", "li", "ol", "p", "pre", "section", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", *HEADINGS,
}  # fmt: skip
CLASSES = ("citation", "lede", "screen-only", "table-scroll", "three-questions", "two-up")
SCHEMES = {"http", "https", "mailto"}
ATTRIBUTES = {
    "*": {"class"}, "a": {"href", "title"}, "div": {"aria-label", "role", "tabindex"}, "ol": {"start"},
    "td": {"style"}, "th": {"style"}, **{heading: {"id"} for heading in HEADINGS},
}  # fmt: skip
VALUES = {
    "class": re.compile(rf"(?:{'|'.join(CLASSES)})(?:\s(?:{'|'.join(CLASSES)}))*|language-[a-z0-9-]+"),
    "id": re.compile(r"[A-Za-z0-9_-]+"),
    "role": re.compile("region|group|note"),
    "style": re.compile("text-align: (?:left|right|center);"),  # what Markdown gives to an aligned column
    "tabindex": re.compile("0"),
}
Attribute = tuple[str, str, str]


def _allowed(_tag: str, name: str, value: str) -> str | None:
    return value if name not in VALUES or VALUES[name].fullmatch(value) else None


def clean(html: str) -> str:
    """The HTML of a page with only the tags and attributes that may stand there."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_allowed, url_schemes=SCHEMES, link_rel=None
    )


class _Counter(HTMLParser):
    """Counts tags, and attributes with their values."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[Attribute] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Counts one tag."""
        self.tags[tag] += 1
        self.attributes.update((tag, name, value or "") for name, value in attrs)


@lru_cache(maxsize=500)
def foreign(text: str) -> tuple[tuple[str, str], ...]:
    """What a page's Markdown brings that may not stand there: a word to look for in it, and the message."""
    heavy = too_much(text)
    if heavy:
        return (heavy,)
    try:
        html = markdown.markdown(text, extensions=list(EXTENSIONS))
    except RecursionError:
        return (("", TOO_DEEP),)
    before, after = _Counter(html), _Counter(clean(html))
    return (*_tags(before, after), *_attributes(before, after))


def _tags(before: _Counter, after: _Counter) -> Iterator[tuple[str, str]]:
    for tag in before.tags:
        if tag not in after.tags and tag not in TAGS:
            yield f"<{tag}", f"has <{tag}>, which no page may hold; write it in Markdown, or call a component"


def _attributes(before: _Counter, after: _Counter) -> Iterator[tuple[str, str]]:
    for tag, name, value in before.attributes - after.attributes:
        if tag not in TAGS:
            continue
        if name == "class":
            odd = next((word for word in value.split() if word not in CLASSES), value)
            hint = did_you_mean(odd, CLASSES) or f"; the classes are {', '.join(CLASSES)}"
            yield odd, f"there is no class “{odd}” for pages{hint}"
        elif name == "href":
            good = "a link begins with https://, http:// or mailto:, or names a page"
            yield value.split(":")[0], f"has a link to “{value[:60]}”; {good}"
        else:
            yield name, f"sets {name} on <{tag}>, which no page may do; leave it out"
