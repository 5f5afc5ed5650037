"""What changed: a correction stands with its reason on its page, on the page of all changes and in the feed, which keeps
to RFC 4287.
"""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from casebook.checking.load import load
from casebook.core.build import Build
from casebook.data.changes import every_change, feed, uuid_of
from casebook.data.dataset import data_files
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.wording.messages import load_messages

ROOT = Path(__file__).resolve().parents[1]
ATOM = "{http://www.w3.org/2005/Atom}"
NEW = "changes:\n  - when: 2026-11-02\n    kind: new\n"
CORRECTED = """  - when: 2026-11-29
    kind: corrected
    text: The price doubled in November, and not in "October" <as we wrote>.
    why: The minutes & the ledger name the day.
"""


def with_changes(project: Path, changes: str) -> Library:
    """The small project once something has changed in its case."""
    case = project / "cases/harbour.yml"
    text = case.read_text(encoding="utf-8").partition("changes:\n")[0]
    case.write_text(text + changes, encoding="utf-8")
    library = load(project)
    library.messages = load_messages(ROOT)
    assert library.issues == []
    return library


def faults_of(text: str) -> list[str]:
    """What in a feed is not as RFC 4287 asks for: elements that are missing or stand twice, ids, moments, links."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    faults = []
    ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
    faults += [f"twice: {one}" for one in set(ids) if ids.count(one) > 1]
    faults += [f"no uuid: {one}" for one in ids if str(uuid.UUID(one.removeprefix("urn:uuid:"))) != one[9:]]
    has_author = root.find(f"{ATOM}author/{ATOM}name") is not None
    for part in (root, *root.findall(f"{ATOM}entry")):
        name = part.tag.removeprefix(ATOM)
        for needed in ("id", "title", "updated"):
            if len(part.findall(f"{ATOM}{needed}")) != 1:
                faults.append(f"{name}: not one {needed}")
        moment = part.findtext(f"{ATOM}updated") or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment):
            faults.append(f"{name}: no moment: {moment}")
        datetime.fromisoformat(moment.removesuffix("Z"))
        if not has_author and part.find(f"{ATOM}author/{ATOM}name") is None:
            faults.append(f"{name}: no author")
        links = [(one.get("rel"), one.get("type")) for one in part.findall(f"{ATOM}link")]
        if len(set(links)) < len(links) or ("alternate", "text/html") not in links:
            faults.append(f"{name}: links {links}")
        if any(not one.get("href") for one in part.findall(f"{ATOM}link")):
            faults.append(f"{name}: a link leads nowhere")
    known = {"id", "title", "updated", "author", "link", "subtitle", "entry", "summary", "name"}
    return faults + [f"unknown: {one.tag}" for one in root.iter() if one.tag.removeprefix(ATOM) not in known | {"feed"}]


def test_a_fault_of_a_feed_would_be_noticed(small_project):
    good = feed(with_changes(small_project, NEW + CORRECTED))
    assert faults_of(good) == []
    first = re.findall(r"<id>[^<]*</id>", good)[0]
    for old, new in (
        ("<updated>2026-11-29T00:00:00Z", "<updated>2026-11-29"),
        ("<author>", "<subtitle/><author hidden='' "[:11]),
        (re.findall(r"<id>[^<]*</id>", good)[1], first),
        ("<title>Corrected", "<subject/><title>Corrected"),
        (' href="cases/harbour.html"', ""),
    ):
        assert old in good
        broken = good.replace(old, new, 1)
        try:
            assert faults_of(broken) != [], new
        except (ElementTree.ParseError, ValueError):
            continue


@pytest.mark.parametrize("site_url", ["", "https://casebook.example/deep/", "https://casebook.example/deep"])
def test_the_feed_keeps_to_its_standard_with_and_without_an_address_of_the_site(small_project, site_url):
    library = with_changes(small_project, NEW + CORRECTED)
    text = feed(library, site_url)
    assert faults_of(text) == []
    links = {one.get("href") for one in ElementTree.fromstring(text).iter(f"{ATOM}link")}
    base = "https://casebook.example/deep/" if site_url else ""
    assert links == {f"{base}{path}" for path in ("feed.xml", "about/what-changed.html", "cases/harbour.html")}


def test_a_feed_of_nothing_is_one_too(small_project):
    library = load(small_project)
    library.messages = load_messages(ROOT)
    assert faults_of(feed(library)) == []
    assert ElementTree.fromstring(feed(library)).findall(f"{ATOM}entry") == []


def test_a_correction_is_in_the_feed_with_its_reason(small_project):
    entry, first = ElementTree.fromstring(feed(with_changes(small_project, NEW + CORRECTED))).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Corrected: Who pays for the shared ferry? Harbour and Hill"
    assert entry.findtext(f"{ATOM}summary") == (
        "The price doubled in November, and not in “October” <as we wrote>. Why: The minutes & the ledger name the day."
    )
    assert entry.findtext(f"{ATOM}updated") == "2026-11-29T00:00:00Z"
    assert first.findtext(f"{ATOM}title") == "New: Who pays for the shared ferry? Harbour and Hill"


def test_an_id_of_the_feed_stays_whatever_its_words_become(small_project):
    before = [one.uuid for one in every_change(with_changes(small_project, NEW + CORRECTED))]
    reworded = CORRECTED.replace("The price doubled", "Its price doubled").replace("ledger", "books")
    assert [one.uuid for one in every_change(with_changes(small_project, NEW + reworded))] == before
    twice = [one.uuid for one in every_change(with_changes(small_project, NEW + CORRECTED + reworded))]
    assert set(before) < set(twice)
    assert len(set(twice)) == 3
    assert uuid_of("feed").version == 5


def test_a_correction_stands_with_its_reason_on_the_page_of_all_changes_the_newest_first(small_project):
    library = with_changes(small_project, NEW + CORRECTED)
    page = " ".join(str(PageContext(library, "about/what-changed.html").use.change_list()).split())
    assert '<a href="../cases/harbour.html">Who pays for the shared ferry? Harbour and Hill</a>' in page
    assert "<b>Why:</b> The minutes &amp; the ledger name the day." in page
    assert page.index("29 November 2026. Corrected.") < page.index("2 November 2026. New.")
    assert 'href="../feed.xml"' in page


def test_a_page_says_since_when_it_says_what_it_says(small_project):
    def foot(changes: str) -> str:
        page = PageContext(with_changes(small_project, changes), "cases/harbour.html").use.case_foot("harbour")
        return " ".join(str(page).split())

    assert "Published on 2 November 2026. Last changed on 29 November 2026 (corrected)." in foot(NEW + CORRECTED)
    assert "Published on 2 November 2026. <a" in foot(NEW)
    assert "The minutes" not in foot(NEW + CORRECTED)


def test_the_page_of_all_changes_says_first_that_it_tells_endings() -> None:
    text = (ROOT / "docs/about/what-changed.md").read_text(encoding="utf-8")
    first = text.partition("# What changed\n")[2].strip().splitlines()[0]
    assert first.startswith("This page tells you how some cases went on.")
    assert "searched: false" in text


def test_every_page_names_the_feed(built_site: Path) -> None:
    for path in ("index.html", "cases/nottingham.html", "about/what-changed.html"):
        link = re.search(
            r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', (built_site / path).read_text()
        )
        assert link
        assert (built_site / path).parent.joinpath(link[1]).resolve() == (built_site / "feed.xml").resolve()
    assert faults_of((built_site / "feed.xml").read_text(encoding="utf-8")) == []


def test_the_feed_is_a_file_of_the_site(small_project):
    build = Build(small_project)
    assert build.root == small_project
    assert "feed.xml" in dict(data_files(with_changes(small_project, NEW)))
