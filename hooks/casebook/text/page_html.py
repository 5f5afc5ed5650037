"""The HTML of authored pages: which tags and attributes may stand in it.

Everything else is named by the check, and taken out of every build.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

import markdown
import nh3

from casebook.text.markdown import TAGS as IN_PROSE
from casebook.text.markdown import TOO_DEEP, as_markdown, too_much
from casebook.text.quoting import quoted
from casebook.text.suggestions import did_you_mean

# As in mkdocs.yml, behind the three that MkDocs always adds; a test compares.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "smarty")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "hr", "li", "ol", "p", "pre", "section", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", *HEADINGS,
}  # fmt: skip
CLASSES = ("citation", "half-page", "lede", "screen-only", "table-scroll", "three-questions", "two-up")
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
GOOD_LINK = "a link begins with https://, http:// or mailto:, or names a page"
# Browsers take a backslash for a slash, and https:x for https://x.
_MISLEADS = re.compile(r"[/\\]{2}|https?:(?!//[^/\\?#@\s]+(?:[/?#]|\Z))", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:(?!-->)[\s\S])*-->")
_CODE = re.compile(r"(`+)(?:(?!\n\n)[^`])+\1|^(?:```|~~~)[\s\S]*?^(?:```|~~~)", re.MULTILINE)
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
        self.swallowed: list[str] = []
        self.html = html
        self.feed(html)
        self.close()

    def handle_pi(self, data: str) -> None:
        """Notes an instruction for a program: <?php ... ?>."""
        self.swallowed.append(f"<?{data}")

    def handle_decl(self, decl: str) -> None:
        """Notes a declaration: <!DOCTYPE ...>."""
        self.swallowed.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        """Notes a marked section: <![CDATA[ ... ]]>."""
        self.swallowed.append(f"<![{data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Counts one tag."""
        self.tags[tag] += 1
        self.attributes.update((tag, name, value or "") for name, value in attrs)


@lru_cache(maxsize=500)
def foreign(text: str) -> tuple[tuple[str, str], ...]:
    """What a page's Markdown brings that may not stand there: a word to look for in it, and the message."""
    return _foreign(
        text,
        lambda: markdown.markdown(text, extensions=list(EXTENSIONS)),
        lambda before: (*_tags(before, text), *_attributes(before)),
    )


@lru_cache(maxsize=500)
def foreign_in_prose(text: str) -> tuple[tuple[str, str], ...]:
    """The same for the text of a claim or a form, which holds no tags at all but those that Markdown makes."""
    return _foreign(text, lambda: as_markdown(text), _tags_in_prose)


def _foreign(
    text: str, make: Callable[[], str], look: Callable[[_Counter], Iterable[tuple[str, str]]]
) -> tuple[tuple[str, str], ...]:
    heavy = too_much(text)
    if heavy:
        return (heavy,)
    try:
        before = _Counter(make())
    except RecursionError:
        return (("", TOO_DEEP),)
    return (*_swallowed(before, text), *look(before), *_links(before))


def _swallowed(before: _Counter, text: str) -> Iterator[tuple[str, str]]:
    """What no reader would see of a page, with all that stands in it."""
    for piece in before.swallowed:
        start = piece.split()[0][:12] if piece.split() else piece[:12]
        yield (
            start,
            f"has {start}, and what is in it would not be shown; delete it, or write &lt; for its first sign",
        )
    outside = _CODE.sub("", text)
    if outside.count("<!--") > len(_COMMENT.findall(outside)):
        yield (
            "<!--",
            "has a comment that never ends, so the rest of the page would not be shown; close it with -->, or delete "
            "it",
        )


def _links(before: _Counter) -> Iterator[tuple[str, str]]:
    """Addresses that lead elsewhere than they seem to: to a host without https://, or behind a name and an @."""
    for tag, name, value in before.attributes:
        if tag == "a" and name == "href" and _MISLEADS.match(value.strip()):
            yield (
                value[:60],
                f"has a link to {quoted(value[:60])}, which may lead elsewhere than it seems; an address begins with "
                f"https:// and its host, with no @ in it",
            )


_HEADING = "has a heading that no claim and no form may hold; begin it with ##, ### or ####"
_NOT_IN_PROSE = {
    "h1": ("# ", _HEADING),
    "h5": ("#####", _HEADING),
    "h6": ("######", _HEADING),
    "img": ("![", "has a picture, which no claim and no form may hold; delete it"),
    "pre": (
        "    ",
        "has lines that begin with four spaces, which Markdown takes for a program; begin them at the left",
    ),
}
"""What Markdown itself makes, and is taken out of claims and forms: a word to look for, and the message."""


def _tags_in_prose(before: _Counter) -> Iterator[tuple[str, str]]:
    for tag in before.tags:
        if tag not in IN_PROSE:
            sign, message = _NOT_IN_PROSE.get(
                tag, (f"<{tag}", f"has <{tag}>, which no claim and no form may hold; write it in Markdown")
            )
            yield sign, message
    for tag, name, value in before.attributes:
        if tag in IN_PROSE and (tag, name) not in (
            ("a", "href"),
            ("ol", "start"),
            ("td", "style"),
            ("th", "style"),
            ("a", "title"),
        ):
            yield name, f"sets {name} on <{tag}>, which no claim and no form may do; leave it out"
        elif (tag, name) == ("a", "href") and not re.match(
            r"(?:https?:|mailto:|[^:]*(?:[/?#]|\Z))", value, re.IGNORECASE
        ):
            yield value.split(":")[0], f"has a link to {quoted(value[:60])}; {GOOD_LINK}"


def _tags(before: _Counter, text: str) -> Iterator[tuple[str, str]]:
    for tag in before.tags:
        if tag not in TAGS:
            sign = "![" if tag == "img" and "<img" not in text.lower() else f"<{tag}"
            yield sign, f"has <{tag}>, which no page may hold; write it in Markdown, or call a component"


def _attributes(before: _Counter) -> Iterator[tuple[str, str]]:
    after = _Counter(clean(before.html))
    for tag, name, value in before.attributes - after.attributes:
        if tag not in TAGS:
            continue
        if name == "class":
            odd = next((word for word in value.split() if word not in CLASSES), value)
            hint = did_you_mean(odd, CLASSES) or f"; the classes are {', '.join(CLASSES)}"
            yield odd, f"there is no class “{odd}” for pages{hint}"
        elif name == "href":
            yield value.split(":")[0], f"has a link to “{value[:60]}”; {GOOD_LINK}"
        else:
            yield name, f"sets {name} on <{tag}>, which no page may do; leave it out"
