"""Prose: a subset of Markdown, turned into clean HTML with citations. Nothing in it is ever run as a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape

import markdown
import nh3

CITATION = re.compile(r"\[@([a-z0-9-]+)(?:,\s*([^\]\[]{1,80}))?\]")
TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "blockquote", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "hr", "sup"}
OWN_WORDS = ("*Our reading:*", "*Our reading*:")

_QUOTE_OPENS = re.compile(r"(^|[\s(\[–—/])\"")
_SINGLE_OPENS = re.compile(r"(^|[\s(\[–—/“])'")


def typographic(text: str) -> str:
    """The text with real quotation marks, apostrophes and dashes."""
    if '"' in text:
        text = _QUOTE_OPENS.sub(r"\1“", text).replace('"', "”")
    if "'" in text:
        text = _SINGLE_OPENS.sub(r"\1‘", text).replace("'", "’")
    return text.replace(" - ", " – ").replace(" -- ", " – ")


@lru_cache(maxsize=4_000)
def _clean(text: str) -> str:
    html = markdown.markdown(text, extensions=["tables", "sane_lists", "smarty"], output_format="html")
    return nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"}, link_rel=None)


def render_prose(text: str, cite: Callable[[str, str | None], str]) -> str:
    """HTML of a text; `cite` turns a source's id and the place in it into the HTML of a note."""
    return CITATION.sub(lambda found: cite(found[1], found[2]), _clean(text))


def citations(text: str) -> list[str]:
    """The ids of the sources that a text cites, in order."""
    return [found[1] for found in CITATION.finditer(text)]


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text with their line in it, from 1; headings, tables and rules are none."""
    line = 1
    for block in re.split(r"(\n\s*\n)", text):
        words = block.strip()
        if words and not words.startswith(("#", "|", "---", "{{", "<!--")):
            yield line + (len(block) - len(block.lstrip("\n"))), words
        line += block.count("\n")


def has_ground(paragraph: str) -> bool:
    """True when a paragraph cites a source or says that it is our reading."""
    return bool(CITATION.search(paragraph)) or paragraph.lstrip("-* ").startswith("Our reading:") or paragraph.startswith(OWN_WORDS)


def in_attribute(text: str) -> str:
    """A text made safe for a page title or description: HTML and template braces escaped."""
    return escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")
