"""A case and an exercise that try to run, steal and break: nothing runs, nothing is stored, all of it shows as
typed.
"""

from __future__ import annotations

import html.parser
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from pressing import press_everything

from casebook.checking.load import load
from casebook.site.pages import every_page
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
HERE = Path(__file__).resolve().parents[1] / "hostile"
CASE = yaml.safe_load((HERE / "hostile-case.yml").read_text())
EXERCISE = yaml.safe_load((HERE / "hostile-exercise.yml").read_text())


@pytest.fixture(scope="module")
def addresses(hostile_project, served_hostile):
    """Every page on which a text of theirs may stand."""
    library = load(hostile_project)
    made = [
        page.path
        for page in every_page(library)
        if "hostile" in page.path or page.path == "learn/claims/members-learn-together.html"
    ]
    by_hand = [
        path.relative_to(hostile_project / "docs").with_suffix(".html").as_posix()
        for path in (hostile_project / "docs").glob("**/*.md")
        if "render_macros: true" in path.read_text()
    ]
    return [f"{served_hostile}/{path}" for path in [*made, *by_hand]]


def test_the_hostile_files_are_valid_so_that_they_reach_the_pages(hostile_project):
    library = load(hostile_project)
    assert [str(issue) for issue in library.issues if "hostile" in issue.file] == []
    assert "hostile-case" in library.cases
    assert "hostile-exercise" in library.exercises


def test_the_awkward_case_is_as_awkward_as_it_says_and_the_bare_one_holds_nothing_to_spare(hostile_project):
    library = load(hostile_project)
    assert [str(issue) for issue in library.issues if "awkward" in issue.file or "bare" in issue.file] == []
    awkward, bare = library.cases["awkward-case"], library.cases["bare-case"]
    assert len(awkward.title) == 120
    assert len(awkward.members) == 40
    assert max(len(word) for word in awkward.summary.split()) > 60
    assert (bare.members, bare.decisions, bare.findings, bare.results) == ((), (), (), ())


def test_the_build_runs_nothing(hostile_project):
    assert [path for path in hostile_project.glob("**/*") if "hostile-was-here" in path.name] == []
    assert not Path("hostile-was-here").exists()


class Live(html.parser.HTMLParser):
    """Everything in a page that could run, load or lead away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        address = given.get("href") or given.get("src") or given.get("action") or given.get("data") or ""
        if tag in ("iframe", "object", "embed", "base", "marquee") or any(name.startswith("on") for name in given):
            self.found.append(self.get_starttag_text() or tag)
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append(self.get_starttag_text() or tag)
        leads = "steal(" in address or address == "x" or address.lower().startswith(("javascript:", "data:text"))
        if (
            leads and not address.startswith(("https://nowhere.invalid/", "https://doi.org/"))
        ) or "refresh" in given.get("http-equiv", ""):
            self.found.append(self.get_starttag_text() or tag)


def test_no_page_holds_a_script_a_handler_or_an_address_of_theirs(hostile_project):
    for path in (hostile_project / "site").glob("**/*.html"):
        live = Live()
        live.feed(path.read_text())
        assert live.found == [], path.name


def test_the_finder_finds():
    live = Live()
    live.feed(
        "<script>steal(1)</script><img src=x><a href='javascript:steal(2)' onclick=steal(3)>x</a><b "
        "title='onclick=steal(4)'>x</b>"
    )
    assert len(live.found) == 4


def test_no_brace_is_reckoned_out(hostile_project):
    case = (hostile_project / "site/cases/hostile-case.html").read_text()
    assert "&#123;&#123; 7 * 7 &#125;&#125;" in case or "{{ 7 * 7 }}" in case
    visible = re.sub(r"<[^>]+>", " ", case)
    assert " 49 " not in visible


def test_in_a_browser_nothing_runs_nothing_is_stored_nobody_is_asked(browser: Browser, addresses, served_hostile):
    context = browser.new_context()
    stolen: list[str] = []
    asked: list[str] = []
    context.expose_function("steal", lambda *values: stolen.append(str(values)))
    context.add_init_script((Path(__file__).parent / "reach.js").read_text())
    context.add_init_script("window.print = () => {}")
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    errors: list[str] = []
    # A tool asks before what was filled in is lost; whatever else asks is theirs.
    page.on("dialog", lambda one: one.accept() if one.type == "beforeunload" else stolen.append(one.message))
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    for address in addresses:
        page.goto(address)
        press_everything(page)
        page.mouse.move(300, 300)
        assert page.url.partition("?")[0].partition("#")[0] == address, "a page of theirs leads away by itself"
    assert stolen == []
    assert errors == []
    assert [url for url in asked if not url.startswith((served_hostile, "data:", "blob:"))] == []
    assert page.evaluate("reach.kept()") == []
    context.close()


def test_it_shows_as_typed(browser: Browser, served_hostile):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served_hostile}/cases/hostile-case.html")
    assert " ".join(CASE["title"].split()) in " ".join(page.title().split()).replace("“", '"').replace(
        "”", '"'
    ).replace("’", "'").replace("‘", "'")
    assert typographic(CASE["title"]) in (page.locator("h1").text_content() or "")
    words = " ".join((page.locator("main").text_content() or "").split())
    for text in (
        CASE["place"],
        CASE["timeline"][0]["text"],
        CASE["members"][1]["name"],
        CASE["forms"][1]["label"],
        CASE["findings"][0]["text"],
    ):
        assert " ".join(typographic(text).split()) in words
    page.goto(f"{served_hostile}/exercises/hostile-exercise.html")
    assert typographic(EXERCISE["title"]) in (page.locator("h1").text_content() or "")
    words = " ".join((page.locator("main").text_content() or "").split())
    for text in (EXERCISE["aim"], EXERCISE["parts"][0]["dimensions"][0]["items"][1]["text"], EXERCISE["questions"][0]):
        assert " ".join(typographic(text).split()) in words
    page.close()


def test_the_hostile_address_of_a_source_is_a_plain_link(browser: Browser, served_hostile):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served_hostile}/cases/hostile-case.html")
    for link in page.locator("main a[href]").all():
        assert re.match(
            r"https?://|#|\.\.?/|[\w-]+(\.html|/|\.yml|\.txt)|mailto:|data/", link.get_attribute("href") or ""
        )
        assert link.get_attribute("onmouseover") is None
    page.close()
