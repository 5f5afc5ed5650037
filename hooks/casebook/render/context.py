"""The context of the page that is being written: where it is, and how it renders components."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any

from jinja2 import Template
from markupsafe import Markup, escape

from casebook.citations.labels import names_in
from casebook.core import routes
from casebook.core.attempts import reason_of
from casebook.library.library import Library, per_library
from casebook.render.icons import icon
from casebook.render.templates import environment, render
from casebook.schema.exercise import Group
from casebook.text.markdown import render_prose, typographic
from casebook.text.punctuation import ended, titled
from casebook.text.terms import TermFinder, explain_html, explain_text
from casebook.wording.messages import Messages

REGISTRY: dict[str, Callable[..., Markup]] = {}


def component(function: Callable[..., Markup]) -> Callable[..., Markup]:
    """Makes a function a component: a macro for authored pages, and callable in templates as use.<name>()."""
    REGISTRY[function.__name__] = function
    return function


def template(library: Library, name: str) -> Template:
    """A component's template; looked up once for a library, so that a change is seen with the next one and not asked
    after at every call.
    """
    known: dict[str, Template] = library.memory.setdefault(template, {})
    if name not in known:
        known[name] = environment().get_template(name)
    return known[name]


class _Use:
    """Calls components by name for one page: use.case_card("leeds")."""

    def __init__(self, ctx: PageContext) -> None:
        self._context = ctx

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        function, ctx = REGISTRY[name], self._context
        if ctx.library.opened:
            return lambda *values, **named: ctx.tried(lambda: function(ctx, *values, **named))
        return partial(function, ctx)


class PageContext:
    """Where a page is written: the library, the words, and the path of the page, from which links are made."""

    def __init__(
        self, library: Library, at: str, site_url: str = "", publisher: Mapping[str, Any] | None = None
    ) -> None:
        self.library = library
        self.at = at
        self.site_url = site_url
        self.publisher = publisher or {}
        self.explains = False
        """True where the first use of each word of the glossary is explained: on pages to read, not on paper."""
        self._explained: set[str] = set()
        self.messages: Messages = library.messages
        self._folder = posixpath.dirname(at)

    @property
    def use(self) -> _Use:
        """Calls components for this page.

        Made when asked for: a context that held it would keep its library alive in a reference cycle.
        """
        return _Use(self)

    def tried(self, write: Callable[[], Markup]) -> Markup:
        """What `write` gives; where it fails on the own page of a broken file, a word in its place that says so."""
        try:
            return write()
        except Exception as error:
            return REGISTRY["part_missing"](self, reason_of(error))

    def link(self, path: str) -> str:
        """A relative link from this page to a path of the site (perhaps with #anchor)."""
        page, mark, anchor = path.partition("#")
        if page == self.at and mark:
            return f"#{anchor}"
        return relative(page, self._folder) + mark + anchor

    @property
    def to_root(self) -> str:
        """What leads from this page to the root of the site: ../../, or nothing."""
        return relative(routes.HOME, self._folder).removesuffix(routes.HOME)

    def t(self, key: str, **values: Any) -> str:
        """Words of the interface."""
        return self.messages.t(key, **values)

    def people(self, group: Group) -> str:
        """How many people a group has, in words: 5 to 12 people, or 1 person."""
        if group.from_ == group.to:
            return self.t("group.exactly", count=group.to)
        return self.t("group.between", fewest=group.from_, most=group.to)

    def render(self, name: str, **context: Any) -> Markup:
        """The HTML of a component's template."""
        given = {
            "ctx": self,
            "link": self.link,
            "t": self.t,
            "use": self.use,
            "library": self.library,
            "titled": titled,
            "ended": ended,
            "url": routes,
            "icon": icon,
            **context,
        }
        return render(template(self.library, name), given)

    def prose(self, text: str) -> Markup:
        """The HTML of a text in Markdown, with its citations linked to the bibliography."""
        return self.explained_html(render_prose(text, self.cite))

    def explained(self, text: str) -> Markup:
        """A plain text as HTML, with each word of the glossary explained where the page uses it first."""
        text = typographic(text)
        if not self.explains:
            return Markup(escape(text))
        return Markup(explain_text(term_finder(self.library), text, self._explained, self._term))

    def explained_html(self, html: str) -> Markup:
        """The same for HTML."""
        if not self.explains:
            return Markup(html)
        return Markup(explain_html(term_finder(self.library), html, self._explained, self._term))

    def _term(self, id_: str, word: str) -> str:
        return str(REGISTRY["glossary_term"](self, id_, word))

    def cite(self, id_: str, place: str | None = None) -> str:
        """The note for a source of the bibliography; names the id where there is none.

        `place` is plain text, and escaped here.
        """
        source = self.library.bibliography.get(id_)
        name = names_in(self.library).short[id_] if source else f"{id_}: not found"
        address = self.link(routes.source(id_))
        return str(
            Markup('<span class="citation">(<a href="{}">{}</a>{})</span>').format(
                address, typographic(name), f", {place}" if place else ""
            )
        )


@per_library
def term_finder(library: Library) -> TermFinder:
    """Finds the words of the glossary in texts."""
    return TermFinder({word: term.id for term in library.terms for word in term.found_as})


@lru_cache(maxsize=50_000)
def relative(page: str, folder: str) -> str:
    """The relative address of a page, seen from a folder."""
    return posixpath.relpath(page, folder or ".")


def join(pieces: Iterable[Markup]) -> Markup:
    """Pieces of HTML, one after the other."""
    return Markup("").join(pieces)
