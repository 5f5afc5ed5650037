"""The search in a real browser: by keyboard, announced, with plain links; from a disk and without script it says where
to go instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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
def test_the_cursor_is_in_the_box_and_words_typed_find_pages_and_the_number_is_announced(
    search_page: Page, width: int
) -> None:
    search_page.set_viewport_size({"width": width, "height": 800})
    expect(search_page.get_by_label("Words to look for")).to_be_focused()
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


@pytest.mark.parametrize("words", ["Kidneybean", "kidneybean care"])
def test_a_word_of_which_only_a_letter_stands_somewhere_finds_nothing(search_page: Page, words: str) -> None:
    search_page.get_by_label("Words to look for").fill(words)
    expect(search_page.get_by_role("status")).to_have_text(re.compile(f"^Nothing found for “{words.split()[0]}”"))
    assert results(search_page) == []


def test_a_word_that_no_page_has_finds_the_cases_that_have_another_for_it(search_page: Page) -> None:
    search_page.get_by_label("Words to look for").fill("paediatric")
    expect(search_page.get_by_role("status")).to_contain_text("These cases use other words for the same thing.")
    found = search_page.locator(".found").get_by_role("link", name="Nobody looks across")
    found.click()
    expect(search_page.locator("h1")).to_have_text(re.compile("^Nobody looks across"))


@pytest.mark.parametrize("words", ["federations", "integrators", "nurses’"])
def test_another_form_of_a_word_is_found(search_page: Page, words: str) -> None:
    search_page.get_by_label("Words to look for").fill(words)
    expect(search_page.get_by_role("status")).to_have_text(re.compile(r"\d+ pages? found"))


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
            yield from ((slug, one.text) for one in decision.outcome[:1])


def test_the_excerpt_of_a_result_tells_no_outcome(search_page: Page, library: Library) -> None:
    for _, outcome in list(outcomes(library))[::12]:
        search_page.get_by_label("Words to look for").fill("")
        expect(search_page.locator(".search-box .found li")).to_have_count(0)
        search_page.get_by_label("Words to look for").fill(outcome[:70])
        expect(search_page.get_by_role("status")).to_have_text(re.compile(r"found|Nothing"))
        shown = " ".join(search_page.locator(".search-box .found").all_inner_texts())
        assert " ".join(outcome.split()[:8]) not in " ".join(shown.split())


def test_from_a_disk_the_page_says_why_and_links_the_filter(page: Page, built_site: Path) -> None:
    page.goto((built_site / "search.html").as_uri())
    expect(page.get_by_role("status")).to_contain_text("browsers do not let such a page")
    expect(page.locator("form[role=search]")).to_be_hidden()
    page.get_by_role("link", name=re.compile("Filter the cases")).click()
    expect(page).to_have_url(re.compile(r"cases\.html$"))


def test_without_script_the_page_says_so_and_links_the_filter(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/search.html")
    instead = re.search(r"<noscript>(.*?)</noscript>", page.content(), re.DOTALL)
    assert instead
    assert "Search needs JavaScript, which is off" in instead[1]
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


@pytest.fixture
def reading(page: Page, served: str) -> Page:
    """A page that is being read."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served}/learn/index.html")
    return page


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search")


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search_with_the_cursor_in_its_box(reading: Page, keys: str) -> None:
    reading.keyboard.press(keys)
    expect(dialog(reading).get_by_role("searchbox")).to_be_focused()
    reading.keyboard.type("memorandum")
    expect(dialog(reading).locator(".found a").first).to_be_visible()
    expect(dialog(reading).get_by_role("searchbox")).to_have_value("memorandum")


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_no_key_opens_the_search_while_somebody_types(page: Page, served: str, keys: str) -> None:
    page.goto(f"{served}/exercises/task-in-one-breath.html")
    field = page.locator("exercise-form textarea").first
    field.focus()
    page.keyboard.press(keys)
    expect(dialog(page)).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("/" if keys == "/" else "")


def test_arrows_move_through_the_results_and_back_and_enter_opens_one(reading: Page) -> None:
    reading.keyboard.press("/")
    reading.keyboard.type("memorandum")
    found = dialog(reading).locator(".found a")
    expect(found.nth(1)).to_be_visible()
    reading.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    reading.keyboard.press("ArrowUp")
    expect(dialog(reading).get_by_role("searchbox")).to_be_focused()
    reading.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    reading.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_be_focused()
    title = found.nth(1).text_content() or ""
    reading.keyboard.press("Enter")
    expect(reading.locator("h1")).to_contain_text(title)


def test_escape_closes_the_search_at_once_and_gives_the_focus_back(reading: Page) -> None:
    opener = reading.get_by_role("button", name="Search")
    opener.press("Enter")
    reading.keyboard.type("network")
    expect(dialog(reading).locator(".found a").first).to_be_visible()
    reading.keyboard.press("Escape")
    expect(dialog(reading)).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_dialog_closes_by_its_button_and_by_a_press_beside_it(reading: Page) -> None:
    reading.keyboard.press("/")
    dialog(reading).get_by_role("button", name="Close").click()
    expect(dialog(reading)).to_be_hidden()
    reading.keyboard.press("/")
    expect(dialog(reading)).to_be_visible()
    reading.mouse.click(5, 5)
    expect(dialog(reading)).to_be_hidden()


def test_searching_in_the_dialog_leaves_the_address_alone(reading: Page) -> None:
    before = reading.url
    reading.keyboard.press("/")
    reading.keyboard.type("network")
    expect(dialog(reading).locator(".found a").first).to_be_visible()
    assert reading.url == before


def test_its_script_comes_only_when_the_search_is_opened(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/learn/index.html")
    assert [address for address in asked if "search" in address] == []
    page.keyboard.press("/")
    page.keyboard.type("network")
    expect(dialog(page).locator(".found a").first).to_be_visible()
    assert f"{served}/assets/search.js" in asked


def test_where_the_script_does_not_come_the_search_page_does(page: Page, served: str) -> None:
    page.route("**/assets/search.js", lambda route: route.abort())
    page.goto(f"{served}/learn/index.html")
    page.keyboard.press("/")
    expect(page).to_have_url(f"{served}/search.html")


@pytest.mark.parametrize(
    ("words", "title", "said"),
    [
        ("GP Care fund", "What do you do about the fund?", "Decision, Bristol and around"),
        ("council seat county", "The seat at the table", "Case, "),
        ("agreements binding", "Networks depend on agreements between members being binding.", "Claim"),
        ("network health check", "Network health check", "Exercise"),
        ("GP federation", "GP federation", "Form"),
        ("method and evidence", "Method and evidence", "Page"),
    ],
)
def test_a_result_says_what_it_is_and_where(search_page: Page, words: str, title: str, said: str) -> None:
    search_page.get_by_label("Words to look for").fill(words)
    result = search_page.locator(".found li", has=search_page.get_by_role("link", name=title, exact=True)).first
    expect(result.locator(".kind")).to_contain_text(said)


def test_excerpts_of_pages_are_sentences_and_no_columns_of_facts(search_page: Page) -> None:
    search_page.get_by_label("Words to look for").fill("exercise minutes people")
    expect(search_page.locator(".found li").first).to_be_visible()
    kinds = "li:not(:has(.kind:text-matches('^(Case|Decision)')))"
    excerpts = search_page.locator(f".found {kinds} .hint").all_text_contents()
    assert excerpts
    assert [text for text in excerpts if not re.search(r"[.?!…][”’)]*$", text)] == []
    assert [text for text in excerpts if re.search(r"Alone \d+ minutes In a group|How long About", text)] == []


def test_from_a_disk_the_dialog_says_why_and_leads_to_the_library(page: Page, built_site: Path) -> None:
    page.goto((built_site / "learn/claims/index.html").as_uri())
    page.keyboard.press("/")
    expect(dialog(page).get_by_role("status")).to_contain_text("browsers do not let such a page")
    link = dialog(page).get_by_role("link")
    expect(link).to_be_focused()
    link.press("Enter")
    expect(page).to_have_url(re.compile(r"cases\.html$"))


def test_without_script_the_header_links_to_the_search_page(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/learn/claims/index.html")
    page.get_by_role("link", name="Search").click()
    expect(page).to_have_url(f"{served}/search.html")
    page.close()


def test_on_the_search_page_the_key_leads_into_its_box(search_page: Page) -> None:
    search_page.get_by_role("link", name="Learn").focus()
    search_page.keyboard.press("/")
    expect(search_page.get_by_label("Words to look for")).to_be_focused()
    expect(search_page.get_by_role("dialog")).to_have_count(0)


def test_on_a_narrow_screen_the_search_is_a_button_with_a_name(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{served}/learn/index.html")
    opener = page.get_by_role("button", name="Search")
    box = opener.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert box["width"] <= 60
    opener.click()
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
