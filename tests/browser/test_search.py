"""The search in a real browser: by keyboard, announced, with plain links; from a disk and without script it says where
to go instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.library.library import Library

pytestmark = pytest.mark.browser


@pytest.fixture
def search_page(page: Page, served: str) -> Page:
    page.goto(f"{served}/search.html")
    return page


def results(page: Page) -> list[str]:
    """The titles found, in order."""
    return page.locator(".search-box .found a").all_text_contents()


@pytest.mark.parametrize("width", [320, 1280])
def test_words_typed_and_sent_by_keyboard_find_pages_and_the_number_is_announced(search_page: Page, width: int) -> None:
    search_page.set_viewport_size({"width": width, "height": 800})
    search_page.get_by_label("Words to look for").focus()
    search_page.keyboard.type("memorandum")
    search_page.keyboard.press("Enter")
    status = search_page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ pages found\.$"))
    announced = int((status.text_content() or "0").split()[0])
    assert len(results(search_page)) == min(announced, 10) > 0
    assert search_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    search_page.keyboard.press("Tab")
    search_page.keyboard.press("Tab")
    expect(search_page.locator(".search-box .found a").first).to_be_focused()


def test_a_result_is_a_plain_link_that_leads_to_a_page_with_its_title(search_page: Page) -> None:
    search_page.get_by_label("Words to look for").fill("Nottingham council seat")
    first = search_page.locator(".search-box .found a").first
    title = first.text_content() or ""
    expect(search_page.locator(".search-box .found mark").first).to_be_visible()
    first.click()
    expect(search_page.locator("h1")).to_contain_text(title)


def test_more_results_are_added_and_take_the_focus(search_page: Page) -> None:
    search_page.get_by_label("Words to look for").fill("network")
    expect(search_page.locator(".search-box .found li")).to_have_count(10)
    search_page.get_by_role("button", name="Show more").click()
    expect(search_page.locator(".search-box .found li")).to_have_count(20)
    expect(search_page.locator(".search-box .found a").nth(10)).to_be_focused()


def test_words_that_stand_nowhere_are_said_to_find_nothing(search_page: Page) -> None:
    search_page.get_by_label("Words to look for").fill("xyzzyplugh")
    expect(search_page.get_by_role("status")).to_contain_text("Nothing found")
    assert results(search_page) == []


def test_an_emptied_field_takes_the_results_away(search_page: Page) -> None:
    field = search_page.get_by_label("Words to look for")
    field.fill("network")
    expect(search_page.locator(".search-box .found li")).to_have_count(10)
    field.fill("")
    expect(search_page.locator(".search-box .found li")).to_have_count(0)
    expect(search_page.get_by_role("status")).to_have_text("")


def test_words_in_the_address_are_searched_at_once(page: Page, served: str) -> None:
    page.goto(f"{served}/search.html?words=federation")
    expect(page.get_by_label("Words to look for")).to_have_value("federation")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ pages found"))


def outcomes(library: Library) -> Iterator[tuple[str, str]]:
    """The first outcome of each decision, by case."""
    for slug, case in library.cases.items():
        for decision in case.decisions:
            yield slug, decision.outcome[0].text


def test_the_excerpt_of_a_result_tells_no_outcome(search_page: Page, library: Library) -> None:
    for _, outcome in list(outcomes(library))[::12]:
        search_page.get_by_label("Words to look for").fill("")
        expect(search_page.locator(".search-box .found li")).to_have_count(0)
        search_page.get_by_label("Words to look for").fill(outcome[:70])
        expect(search_page.get_by_role("status")).to_have_text(re.compile(r"found|Nothing"))
        shown = " ".join(search_page.locator(".search-box .found").all_inner_texts())
        assert " ".join(outcome.split()[:8]) not in " ".join(shown.split())


def test_from_a_disk_the_page_says_that_search_needs_the_web_and_links_the_filter(page: Page, built_site: Path) -> None:
    page.goto((built_site / "search.html").as_uri())
    expect(page.get_by_role("status")).to_contain_text("Search needs the web")
    expect(page.locator("form[role=search]")).to_be_hidden()
    page.get_by_role("link", name=re.compile("Filter the cases")).click()
    expect(page).to_have_url(re.compile(r"cases\.html$"))


def test_without_script_the_page_says_so_and_links_the_filter(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/search.html")
    instead = re.search(r"<noscript>(.*?)</noscript>", page.content(), re.DOTALL)
    assert instead
    assert "script is off" in instead[1]
    assert 'href="cases.html"' in instead[1]
    expect(page.locator("form[role=search]")).to_be_hidden()
    page.close()


def test_searching_stores_nothing_and_asks_no_other_host(search_page: Page, served: str) -> None:
    asked: list[str] = []
    search_page.on("request", lambda request: asked.append(request.url))
    search_page.get_by_label("Words to look for").fill("practice")
    expect(search_page.locator(".search-box .found li")).to_have_count(10)
    assert asked
    assert [address for address in asked if not address.startswith(served)] == []
    assert search_page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
