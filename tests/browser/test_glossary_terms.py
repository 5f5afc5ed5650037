"""Words of the glossary in a real browser: a press, a touch or a key shows what they mean beside the word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from casebook.library.library import Library
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
PAGE = "learn/claims/brokers-need-investment.html"
TERM = "boundary-spanner"


@pytest.fixture
def claim(page: Page, served: str) -> Page:
    page.goto(f"{served}/{PAGE}")
    return page


@pytest.fixture
def meaning(library: Library) -> str:
    return typographic(next(term.text for term in library.terms if term.id == TERM) or "")


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served}/{PAGE}")
    yield page
    context.close()


def term(page: Page) -> Locator:
    return page.locator(f'a.term[href$="#{TERM}"]')


def popover(page: Page) -> Locator:
    return page.get_by_role("dialog")


def test_a_press_shows_the_meaning_and_stays_on_the_page(claim: Page, meaning: str) -> None:
    before = claim.url
    term(claim).click()
    expect(popover(claim)).to_contain_text(meaning)
    expect(popover(claim)).to_have_accessible_name("Boundary spanner")
    expect(popover(claim).get_by_role("link", name="In the glossary")).to_be_visible()
    assert claim.url == before


def test_a_key_opens_it_and_escape_brings_the_focus_back(claim: Page, meaning: str) -> None:
    term(claim).focus()
    claim.keyboard.press("Enter")
    expect(popover(claim)).to_be_focused()
    expect(popover(claim)).to_contain_text(meaning)
    claim.keyboard.press("Escape")
    expect(popover(claim)).to_be_hidden()
    expect(term(claim)).to_be_focused()


def test_its_button_closes_it(claim: Page) -> None:
    term(claim).click()
    popover(claim).get_by_role("button", name="Close").click()
    expect(popover(claim)).to_be_hidden()
    expect(term(claim)).to_be_focused()


def test_a_press_outside_or_a_second_press_closes_it(claim: Page) -> None:
    term(claim).click()
    expect(popover(claim)).to_be_visible()
    claim.get_by_role("heading", level=1).click()
    expect(popover(claim)).to_be_hidden()
    term(claim).click()
    expect(popover(claim)).to_be_visible()
    term(claim).click()
    expect(popover(claim)).to_be_hidden()


def test_tab_goes_through_it_and_on_behind_the_word(claim: Page) -> None:
    term(claim).click()
    expect(popover(claim)).to_be_focused()
    for _ in range(3):
        claim.keyboard.press("Tab")
    expect(popover(claim)).to_be_hidden()
    follows = term(claim).evaluate("one => one.compareDocumentPosition(document.activeElement)")
    assert follows & 4  # Node.DOCUMENT_POSITION_FOLLOWING


def test_on_a_phone_a_touch_shows_it_within_the_screen(phone: Page, meaning: str) -> None:
    term(phone).tap()
    expect(popover(phone)).to_contain_text(meaning)
    box = popover(phone).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    term(phone).tap()
    expect(popover(phone)).to_be_hidden()


def test_a_screen_reader_hears_the_word_once_and_that_it_is_explained(claim: Page) -> None:
    expect(term(claim)).to_have_accessible_name("boundary spanners, explained")


def test_from_a_memory_stick_it_tells_too(page: Page, built_site: Path, meaning: str) -> None:
    page.goto((built_site / PAGE).as_uri())
    term(page).click()
    expect(popover(page)).to_contain_text(meaning)


def test_without_script_the_word_leads_to_its_entry(browser: Browser, served: str, meaning: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{PAGE}")
    term(page).click()
    expect(page.locator(f"#{TERM}")).to_contain_text(meaning)
    context.close()


def test_where_the_meanings_do_not_come_the_word_leads_to_its_entry(claim: Page, meaning: str) -> None:
    claim.route("**/data/glossary.js", lambda route: route.abort())
    term(claim).click()
    expect(claim.locator(f"#{TERM}")).to_contain_text(meaning)


def test_the_popover_leaves_no_words_in_the_page_when_it_is_closed(claim: Page) -> None:
    before = claim.locator("main").inner_text()
    term(claim).click()
    expect(popover(claim)).to_be_visible()
    claim.keyboard.press("Escape")
    expect(popover(claim)).to_be_hidden()
    assert claim.locator("main").inner_text() == before


def test_on_paper_the_word_is_plain(claim: Page) -> None:
    claim.emulate_media(media="print")
    style = "one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).color]"
    paragraph = term(claim).locator("xpath=..").evaluate(style)
    assert term(claim).evaluate(style) == ["none", paragraph[1]]
