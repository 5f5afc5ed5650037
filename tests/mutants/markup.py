"""What a page may be: HTML of ours alone, whole, nothing unseen in it; and front matter that comes back as it was."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html.parser import HTMLParser

from mkdocs.utils.meta import get_data

from casebook.core.folders import component_files
from casebook.site.pages import Page
from casebook.text.markdown import TAGS
from mutants.crashes import FieldIssue
from mutants.messages import unseen
from mutants.payloads import CANARY

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SHAPES = {"circle", "line", "path", "polygon", "polyline", "rect", "use", "ellipse", "stop"}
ENDLESS = {"li", "p", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption"}
"""Elements whose end may be left out."""
BARE = {
    "data-large-side",
    "href",
    "id",
    "class",
    "title",
    "style",
    "viewbox",
    "open",
    "hidden",
    "disabled",
    "checked",
    "selected",
    "required",
    "readonly",
    "multiple",
    "defer",
    "novalidate",
}
"""Attributes that templates write in ways that the search for them does not see."""
_LEADS = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset")
_LIVE = re.compile(r"\s*(?:javascript|vbscript|data:text)", re.IGNORECASE)


@cache
def of_ours() -> tuple[frozenset[str], frozenset[str]]:
    """The elements and the attributes that templates and prose write."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in component_files(".jinja"))
    elements = {name.lower() for name in re.findall(r"<([a-zA-Z][\w-]*)", text)} | TAGS
    attributes = {name.lower() for name in re.findall(r"[\s\"}]([a-zA-Z][\w:-]*)(?==|[\s>{])", text)} | BARE
    return frozenset(elements), frozenset(name for name in attributes if not name.startswith("on"))


class Parsed(HTMLParser):
    """A page, read: what is wrong with it gathers under `faults`, what a visitor reads under `words`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.faults: list[FieldIssue] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._data: list[str] | None = None
        self.feed(text)
        self.close()
        left = [name for name in self._open if name not in ENDLESS]
        if left:
            self.faults.append(("page whose elements do not close", f"left open: {left[:5]}"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at an element: whether it is one of ours, and whether it lives."""
        given = {name: value or "" for name, value in attrs}
        self._data = [] if tag == "script" and given.get("type") == "application/json" else None
        self.faults += _faults_of_element(tag, given, self.get_starttag_text() or tag)
        self.faults += [
            ("control or invisible characters in a page", f"{name}={value[:80]!r}")
            for name, value in given.items()
            if unseen(value)
        ]
        if given.get("id") in self._ids:
            self.faults.append(("an id stands twice on a page", f"{tag} {given['id']!r}"))
        self._ids.add(given.get("id", "")) if given.get("id") else None
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Closes what is open."""
        if tag == "script" and self._data is not None:
            self.faults += faults_of_json("".join(self._data), "a block of data in a page")
            self._data = None
        while self._open and self._open[-1] != tag and self._open[-1] in ENDLESS:
            self._open.pop()
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag not in VOID and tag not in ENDLESS:
            self.faults.append(("page whose elements do not close", f"</{tag}> inside {self._open[-3:]}"))

    def handle_data(self, data: str) -> None:
        """Looks at words and at data."""
        (self.words if self._data is None else self._data).append(data)
        if unseen(data):
            self.faults.append(("control or invisible characters in a page", f"{unseen(data)} in {data[:80]!r}"))

    def handle_comment(self, data: str) -> None:
        """A comment that a file brought along."""
        if CANARY in data:
            self.faults.append(("foreign HTML lives in a page", f"<!--{data[:80]}"))


@lru_cache(maxsize=1024)
def read_markup(text: str) -> Parsed:
    """A page, read once: from one mutant to the next most pages stay the same to the letter."""
    return Parsed(text)


def _faults_of_element(tag: str, given: dict[str, str], text: str) -> Iterator[FieldIssue]:
    elements, attributes = of_ours()
    strange = [name for name in given if name not in attributes]
    if tag not in elements or strange:
        yield "foreign HTML lives in a page", f"{strange} {text[:160]}"
    leads = [given[name] for name in _LEADS if name in given]
    if any(_LIVE.match(address) for address in leads) or (
        tag == "script" and "src" not in given and given.get("type") != "application/json"
    ):
        yield "foreign HTML lives in a page", text[:160]
    if tag in ("script", "link", "img", "iframe") and any(
        re.match(r"(?:https?:)?//", address) or CANARY in address for address in leads
    ):
        yield "a page loads from elsewhere", text[:160]


def faults_of_json(text: str, what: str) -> list[FieldIssue]:
    """Whether a text is JSON."""
    try:
        json.loads(text)
    except ValueError as stop:
        return [(f"{what} is not JSON", f"{stop}: {text[:80]!r}")]
    return []


def faults_of_front_matter(page: Page) -> Iterator[FieldIssue]:
    """Whether MkDocs reads from a page's front matter what the page says of itself."""
    body, meta = get_data(page.front_matter() + "\n")
    for name, said in (("title", page.title), ("description", page.description)):
        read = html.unescape(str(meta.get(name, "")))
        if " ".join(read.split()) != " ".join(said.split()):
            told = f"{page.path}, {name}: {said[:60]!r} came back as {read[:60]!r}"
            yield "front matter that does not come back as it was", told
        if set("<>{}") & set(str(meta.get(name, ""))):
            yield "front matter with raw HTML or braces", f"{page.path}, {name}: {str(meta.get(name))[:80]!r}"
    if body.strip() or meta.get("render_macros") is not False or meta.get("kind") != page.kind:
        yield "front matter that does not come back as it was", f"{page.path}: {str(meta)[:120]}"
