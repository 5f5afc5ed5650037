"""The built site as a whole: links, headings, landmarks, titles, one page for each item, one policy, no script of
anybody else.
"""

from __future__ import annotations

import gzip
import html.parser
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest

from casebook.analysis.disclosure import spoiler_texts
from casebook.site.pages import every_page
from casebook.text.markdown import typographic

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Built(html.parser.HTMLParser):
    """What a test asks of a page."""

    path: str
    tags: Counter[str] = field(default_factory=Counter)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
    sheets: list[list[int]] = field(default_factory=list)
    """The levels of the headings of each sheet of a page that shows one at a time."""
    nameless: list[str] = field(default_factory=list)
    title: str = ""
    lang: str = ""
    text: list[str] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    refers: list[str] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Starts the parser."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        self.classes.update(given.get("class", "").split())
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            self.refers += given.get(name, "").split()
        self.handlers += [f"{tag} {name}" for name in given if name.startswith("on")]
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("img", "script", "link", "source", "iframe", "object", "use"):
            self.loads += [
                given[name] for name in ("src", "href", "data") if name in given and given.get("rel") != "canonical"
            ]
        if tag == "img" and "alt" not in given:
            self.nameless.append(str(given))
        if tag == "script" and "src" not in given:
            (self.data if given.get("type") == "application/json" else self.inline).append("")
        if tag == "meta":
            self.meta[given.get("name") or given.get("http-equiv") or given.get("property", "")] = given.get(
                "content", ""
            )
        if "sheet-choice" in self.classes and "on-paper" in given.get("class", ""):
            self.sheets.append([])
        if re.fullmatch("h[1-6]", tag):
            (self.sheets[-1] if self.sheets else self.headings).append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "title" and "svg" not in self.open:
            self.title += data
        elif inside == "script" and self.data:
            self.data[-1] += data
        elif inside not in ("script", "style"):
            self.text.append(data)

    @property
    def words(self) -> str:
        """The text of the page, white space made even."""
        return " ".join(" ".join(self.text).split())


@pytest.fixture(scope="module")
def pages(built_site):
    """Every page of the site, by its path."""
    found = {}
    for path in sorted(built_site.glob("**/*.html")):
        page = Built(path.relative_to(built_site).as_posix())
        page.feed(path.read_text())
        found[page.path] = page
    return found


def target(path: str, link: str) -> tuple[str, str]:
    """The file and the anchor that a relative link leads to."""
    split = urlsplit(link)
    if split.path.startswith("/"):
        return unquote(split.path).lstrip("/"), unquote(split.fragment)
    if not split.path:
        return path, unquote(split.fragment)
    steps = path.split("/")[:-1]
    for step in unquote(split.path).split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps), unquote(split.fragment)


def test_every_item_has_its_page(pages, library):
    wanted = {page.path for page in every_page(library)}
    wanted |= {f"cases/{slug}.html" for slug in library.cases} | {
        f"exercises/{slug}.html" for slug in library.exercises
    }
    wanted |= {
        f"cases/{slug}/{decision.id}.html" for slug, case in library.cases.items() for decision in case.decisions
    }
    wanted |= {f"learn/claims/{id_}.html" for id_ in library.claims} | {
        f"learn/forms/{id_}.html" for id_ in library.forms
    }
    assert wanted - set(pages) == set()


def test_every_link_leads_somewhere(pages, built_site):
    broken = []
    for page in pages.values():
        for link in set(page.links + page.loads):
            split = urlsplit(link)
            if split.scheme or split.netloc:
                continue
            file, anchor = target(page.path, link)
            anchor = "" if "=" in anchor else anchor  # a choice that the page keeps, and no place in it
            if not (built_site / file).is_file() or (anchor and file in pages and anchor not in pages[file].ids):
                broken.append(f"{page.path}: {link}")
    assert broken == []


def test_links_go_to_the_web_by_https_or_to_a_page(pages):
    schemes = {urlsplit(link).scheme for page in pages.values() for link in page.links}
    assert schemes <= {"", "https", "http", "mailto"}


def test_nothing_is_loaded_from_elsewhere(pages):
    assert [
        f"{page.path}: {load}"
        for page in pages.values()
        for load in page.loads
        if urlsplit(load).scheme not in ("", "data") or load.startswith("//")
    ] == []


def test_style_and_scripts_name_no_address(built_site):
    for path in [*built_site.glob("assets/*.css"), *built_site.glob("assets/*.js"), *built_site.glob("data/*.js")]:
        text = path.read_text()
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", text), path.name
        assert (
            not re.search(r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource)\b", text)
            or path.stem == "search"
        ), path.name


def test_no_script_stands_in_a_page_and_no_handler(pages):
    assert [page.path for page in pages.values() if page.inline] == []
    assert [f"{page.path}: {page.handlers}" for page in pages.values() if page.handlers] == []


def test_data_in_a_page_can_be_read(pages):
    for page in pages.values():
        for block in page.data:
            json.loads(block)


def test_one_constant_policy_on_every_page(pages):
    policies = {page.meta.get("Content-Security-Policy") for page in pages.values()}
    assert len(policies) == 1
    policy = policies.pop() or ""
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert {page.meta.get("referrer") for page in pages.values()} == {"no-referrer"}


def test_one_main_heading_a_page_and_no_level_left_out(pages):
    wrong = []
    for page in pages.values():
        if page.headings.count(1) != 1:
            wrong.append(f"{page.path}: {page.headings.count(1)} of h1")
        wrong += [
            f"{page.path}: h{one} is followed by h{two}"
            for levels in (page.headings, *([1, *sheet] for sheet in page.sheets))
            for one, two in pairwise(levels)
            if two > one + 1
        ]
        wrong += [f"{page.path}: a sheet has {sheet.count(1)} of h1" for sheet in page.sheets if sheet.count(1) > 1]
    assert wrong == []


def test_landmarks_and_language(pages):
    for page in pages.values():
        assert page.tags["main"] == 1, page.path
        assert page.lang == "en", page.path
        assert page.tags["header"] >= 1, page.path
        if "kind-sheet" not in page.classes:
            assert page.tags["footer"] >= 1, page.path
            assert page.tags["nav"] >= 1, page.path


def test_titles_differ_and_descriptions_are_there(pages):
    titles = Counter(page.title for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    assert [page.path for page in pages.values() if not page.meta.get("description")] == []
    assert [page.path for page in pages.values() if "&amp;" in page.title or "{{" in page.title] == []


def test_ids_stand_once_and_what_is_referred_to_is_there(pages):
    wrong = []
    for page in pages.values():
        wrong += [f"{page.path}: #{id_} stands {count} times" for id_, count in Counter(page.ids).items() if count > 1]
        wrong += [f"{page.path}: nothing is #{id_}" for id_ in set(page.refers) - set(page.ids)]
    assert wrong == []


def test_no_element_of_ours_is_torn_apart_by_a_paragraph(built_site):
    torn = re.compile(r"<p>\s*</?[a-z]+-[a-z-]+")
    assert [path.name for path in built_site.glob("**/*.html") if torn.search(path.read_text())] == []


def test_every_picture_has_words_or_says_that_it_decorates(pages):
    assert [page.path for page in pages.values() if page.nameless] == []


def test_the_sources_of_the_site_are_not_published(built_site):
    assert [
        path.name
        for path in built_site.glob("**/*")
        if path.suffix in (".jinja", ".ts", ".md") or path.name == "en.yml"
    ] == []


def shown(text: str) -> str:
    return " ".join(typographic(text).split())


def test_no_outcome_stands_on_a_page_that_comes_before_it(pages, library):
    """Decision pages, which print as participant sheets, hold nothing that follows their decision."""
    told = []
    for slug, case in library.cases.items():
        for decision in case.decisions:
            texts = [shown(text) for text in spoiler_texts(case, decision) if len(text) > 30]
            path = f"cases/{slug}/{decision.id}.html"
            told += [f"{path}: {text[:60]}" for text in texts if text in pages[path].words]
    assert told == []


@pytest.mark.parametrize("path", ["index.html", "cases.html", "search.html", "exercises.html"])
def test_no_outcome_stands_on_a_page_of_cards(pages, library, path):
    words = pages[path].words
    told = [
        f"{slug}: {text[:60]}"
        for slug, case in library.cases.items()
        for text in map(shown, spoiler_texts(case))
        if len(text) > 30 and text in words
    ]
    assert told == []


def test_no_outcome_stands_in_the_search(built_site, library):
    import gzip

    index = " ".join(
        gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in built_site.glob("pagefind/fragment/*")
    )
    index = " ".join(index.replace('\\"', '"').split())
    assert index, "the search index is there"
    told = [
        f"{slug}: {text[:60]}"
        for slug, case in library.cases.items()
        for text in map(shown, spoiler_texts(case))
        if len(text) > 30 and text in index
    ]
    assert told == []


def test_a_page_loads_the_style_of_what_it_shows(pages, built_site):
    """A class that only another style sheet knows than that of every page is on no page that does without it."""
    names = ("casebook", "tools", "room", "across")
    sheets = {name: (built_site / f"assets/{name}.css").read_text() for name in names}
    known = {name: set(re.findall(r"\.([a-z][a-z0-9-]+)", sheet)) for name, sheet in sheets.items()}
    apart = {name: {*re.findall(r"(?:^|[{}])\.([a-z][a-z0-9-]+)", sheets[name])} - known["casebook"] for name in known}
    assert len(apart["tools"] - known["room"]) > 60
    assert min(len(apart[name] - known["tools"]) for name in ("room", "across")) > 5
    loads = {
        path: {name for name in known if any(f"assets/{name}.css" in one for one in page.loads)}
        for path, page in pages.items()
    }
    unknown = {
        path: sorted(page.classes & set().union(*apart.values()) - set().union(*(known[one] for one in loads[path])))
        for path, page in pages.items()
    }
    assert {path: classes for path, classes in unknown.items() if classes} == {}
    assert [loads[path] for path in ("index.html", "cases/nottingham.html")] == [{"casebook"}] * 2
    assert loads["facilitate/group-results.html"] == {"casebook", "room"}
    assert [loads[path] for path in ("cases.html", "cases/matrix.html")] == [{"casebook", "across"}] * 2


GALLERY = "contribute/components.html"
"""It shows every component, and so needs nearly all style."""


def test_no_page_loads_more_style_than_was_promised(pages, built_site):
    size = {path.name: len(gzip.compress(path.read_bytes())) for path in (built_site / "assets").glob("*.css")}
    assert size["casebook.css"] < 12 * 1024
    loaded = {
        path: sum(size[name] for name in size if any(f"assets/{name}" in one for one in page.loads))
        for path, page in pages.items()
    }
    assert {path: most for path, most in loaded.items() if most > 24 * 1024 and path != GALLERY} == {}
