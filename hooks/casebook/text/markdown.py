"""Prose: a subset of Markdown, turned into clean HTML with citations. Nothing in it is ever run as a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape

import markdown
import nh3
from markupsafe import Markup

from casebook.text.characters import without_invisible

CITATION = re.compile(r"\[@([a-z0-9-]+)(?:,\s*([^\]\[]{1,80}))?\]")
_CITED = r"\[@(?P<id>[a-z0-9-]+)(?:,\s*(?P<place>[^\]\[]{1,400}))?\]"
_IN_HTML = re.compile(rf"<(code|pre)\b.*?</\1>|<(?:\"[^\"]*\"|[^\">])*>|{_CITED}", re.DOTALL)
# Code in Markdown: a span within its paragraph, and a fenced block. No mark is tried twice: long texts take no longer.
_SPAN = r"(?<!`)(?P<ticks>`{1,2})(?!`)(?:(?!\n\n)[\s\S])+?(?<!`)(?P=ticks)(?!`)"
_FENCED = r"(?<![`~])(?P<fence>`{3,8}|~{3,8})(?![`~])[\s\S]+?(?<![`~])(?P=fence)(?![`~])"
_CODE = f"{_SPAN}|{_FENCED}"
_IN_MARKDOWN = re.compile(rf"{_CODE}|<(code|pre)\b(?s:.*?)</\3>|<[a-zA-Z/](?:\"[^\"]*\"|[^\">])*>|{_CITED}")
_ONLY_CODE = re.compile(_CODE)
TAGS = {
    "p",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "a",
    "blockquote",
    "h2",
    "h3",
    "h4",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "code",
    "br",
    "hr",
    "sup",
}
MOST_SIGNS = 60_000
MOST_BRACKETS = 200
"""In one paragraph: Markdown looks for the end of each through all that follows."""
MOST_TAGS = 1_000
"""The signs < in a whole text: Markdown looks for the end of each through all that follows, past the end of the
paragraph."""
MOST_LINES = 1_000
"""In one paragraph: Markdown divides it again at every line that could begin something else."""
_AT_MOST = (
    ("[", MOST_BRACKETS, "square brackets"),
    ("<", MOST_BRACKETS, "signs <"),
    ("`", MOST_LINES, "backticks"),
    ("\n", MOST_LINES, "lines"),
)
TOO_DEEP = "nests lists or quotations too deeply; use fewer levels"
_TOO_DEEP = re.compile(r"^(?:[ \t]*(?:[-*+>]|\d+\.)(?=[ \t>])){20}|^(?: {4}|\t){20}", re.MULTILINE)
"""So many marks or steps in front of one line; Markdown would go down them until it falls."""
OWN_WORDS = ("*Our reading:*", "*Our reading*:")

_OPENS = r"(?:^|(?<=[\s(\[{–—/“‘]))"
_QUOTE_OPENS = re.compile(rf"{_OPENS}\"")
_SINGLE_OPENS = re.compile(rf"{_OPENS}'")
_BOTH_OPEN = re.compile(rf"{_OPENS}(\"'|'\")(?=\S)")
# What begins with an apostrophe, which no rule of opening and closing can tell from a quotation: 'n', 'tis, the '90s,
# and the class of '68 where no quotation closes after it.
_LEFT_OUT = re.compile(
    r"(?<![\w'’])'(?=n['’](?!\w)|(?:tis|twas|twere|twill|em|til)\b(?!')|\d0s\b(?!')|\d\d\b(?!')(?![^']*\w'(?!\w)))",
    re.IGNORECASE,
)
_N = re.compile(r"(?<=\s’n)'(?=\s)", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def typographic(text: str) -> str:
    """The text with real quotation marks, apostrophes and dashes."""
    if '"' in text or "'" in text:
        text = _BOTH_OPEN.sub(lambda found: "“‘" if found[1][0] == '"' else "‘“", _apostrophes(text))
        text = _QUOTE_OPENS.sub("“", text)
        text = _SINGLE_OPENS.sub("‘", text)
        text = _QUOTE_OPENS.sub("“", text).replace('"', "”").replace("'", "’")
    return text.replace(" - ", " – ").replace(" -- ", " – ")


def _apostrophes(text: str) -> str:
    return _N.sub("’", _LEFT_OUT.sub("’", text)) if "'" in text else text


def apostrophes(text: str) -> str:
    """Markdown with real apostrophes where Markdown would see a quotation that opens; code stays as it is."""
    if "'" not in text:
        return text
    pieces, at = [], 0
    for code in _ONLY_CODE.finditer(text):
        pieces += [_apostrophes(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*pieces, _apostrophes(text[at:])])


def too_much(text: str) -> tuple[str, str] | None:
    """What would keep Markdown busy for minutes: a word to look for in the text, and the message."""
    if len(text) > MOST_SIGNS:
        return "", f"is longer than {MOST_SIGNS:,} characters; divide it into two pages"
    if text.count("<") > MOST_TAGS:
        return "<", f"has more than {MOST_TAGS:,} signs <; write tags in Markdown, and a sign that is no tag as &lt;"
    for paragraph in text.split("\n\n"):
        for sign, most, name in _AT_MOST:
            if paragraph.count(sign) > most:
                return paragraph[:200], f"has more than {most:,} {name} in one paragraph; divide the paragraph"
        if _TOO_DEEP.search(paragraph):
            return paragraph[:200], TOO_DEEP
    return None


def as_markdown(text: str) -> str:
    """The HTML that Markdown makes of a text, before anything is taken out of it.

    Raises RecursionError for what nests too deeply.
    """
    return markdown.markdown(apostrophes(text), extensions=["tables", "sane_lists", "smarty"], output_format="html")


@lru_cache(maxsize=4_000)
def _clean(text: str) -> str:
    text = without_invisible(text)
    html = f"<p>{escape(text)}</p>" if too_much(text) else as_markdown(text)
    return nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"}, link_rel=None
    )


def render_prose(text: str, cite: Callable[[str, str | None], str]) -> str:
    """HTML of a text; `cite` turns a source's id and the place in it into the HTML of a note."""
    return cited(_clean(text), cite)


def cited(text: str, cite: Callable[[str, str | None], str], markdown: bool = False) -> str:
    """HTML, or Markdown, with its citations turned into notes. What stands in code or in a tag stays as it is typed.

    `cite` gets the place as plain text, whatever marks Markdown made of it, and escapes it itself.
    """

    def note(found: re.Match[str]) -> str:
        if not found["id"]:
            return found[0]
        return cite(found["id"], Markup(found["place"]).striptags() if found["place"] else None)

    return (_IN_MARKDOWN if markdown else _IN_HTML).sub(note, text) if "[@" in text else text


def citations(text: str) -> list[str]:
    """The ids of the sources that a text cites, in order; what stands in code is only typed."""
    return [found[1] for found in CITATION.finditer(_ONLY_CODE.sub(" ", text))]


_NO_WORDS = re.compile(
    r"(?:#{1,6}[ \t][^\n]*|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<!--(?:(?!-->)[\s\S])*-->)(?:\n|\Z)"
)
"""A heading, a rule or a comment, at the beginning of what is left of a block."""
_TABLE = re.compile(r"\|[^\n]*\n\|?[ :|-]*-[ :|-]*(?:\n\|[^\n]*)*")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text with their line in it, from 1; headings, tables and rules are none, and hide none."""
    line = 1
    for block in re.split(r"(\n\s*\n)", text):
        begins = len(block) - len(block.lstrip("\n"))
        words = block.strip()
        at = 0
        while found := _NO_WORDS.match(words, at):
            at = found.end()
        if words[at:] and not _TABLE.fullmatch(words, at):
            yield line + begins + words.count("\n", 0, at), words[at:]
        line += block.count("\n")


def has_ground(paragraph: str) -> bool:
    """True when a paragraph cites a source or says that it is our reading."""
    return (
        bool(citations(paragraph))
        or paragraph.lstrip("-* ").startswith("Our reading:")
        or paragraph.startswith(OWN_WORDS)
    )


def in_attribute(text: str) -> str:
    """A text made safe for a page title or description: HTML and template braces escaped."""
    return escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")
