"""What a visitor reads who has set the letters of their browser twice as large, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
TWICE = 32
LONGEST = 10
"""A word of so many letters has room in a line of large letters on a narrow phone; a longer one may be divided."""
DIVIDED = """([option, longest]) => {
  const words = [];
  const texts = document.createTreeWalker(option, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (word[0].length <= longest && range.getClientRects().length > 1) words.push(word[0]);
    }
  }
  return words;
}"""
OVERLAPPING = """item => {
  const boxes = [...item.querySelectorAll('.choice span')].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect();
  });
  return boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1
  )).length;
}"""
PAGES = (
    "index.html",
    "cases.html",
    "cases/decisions.html",
    "cases/stroke-london-manchester.html",
    "exercises.html",
    "exercises/will-it-hold-on-monday.html",
    "exercises/planning-room.html",
    "learn/your-word-today.html",
)
Opened = Callable[[int, str], Page]


@pytest.fixture
def opened(context: BrowserContext, served: str) -> Opened:
    """Opens a page on a phone of a width whose browser has large letters."""

    def _opened(width: int, path: str) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": TWICE}})
        page.goto(f"{served}/{path}")
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == TWICE
        return page

    return _opened


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", ["cases/nottingham.html", "index.html", "cases/unitingcare/start-or-wait.html"])
def test_no_short_word_of_an_option_is_divided(opened: Opened, width: int, path: str) -> None:
    page = opened(width, path)
    options = page.locator(".decision-pause .option:visible")
    expect(options.first).to_be_visible()
    divided = [
        options.nth(number).evaluate(f"one => ({DIVIDED})([one, {LONGEST}])") for number in range(options.count())
    ]
    assert [words for words in divided if words] == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_words_of_a_scale_stand_clear_of_each_other(opened: Opened, width: int) -> None:
    page = opened(width, "exercises/will-it-hold-on-monday.html")
    items = page.locator(".rated-item:visible")
    expect(items.first).to_be_visible()
    assert [items.nth(number).evaluate(OVERLAPPING) for number in range(items.count())] == [0] * items.count()


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_no_wider_than_the_window(opened: Opened, width: int, path: str) -> None:
    assert opened(width, path).evaluate("document.documentElement.scrollWidth") <= width


def test_the_offer_of_what_is_saved_leaves_more_than_half_of_the_screen_and_goes_once_it_was_taken(
    opened: Opened,
) -> None:
    page = opened(390, "exercises/will-it-hold-on-monday.html")
    page.locator(".rated-item input").first.check()
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    page.reload()
    offer = page.locator("[data-saved-before]")
    expect(offer).to_be_visible()
    assert (offer.bounding_box() or {"height": 800})["height"] < 320
    page.locator("[data-open-saved]").click()
    page.locator(".rated-item").nth(6).scroll_into_view_if_needed()
    expect(offer).not_to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390])
def test_the_link_past_the_menu_is_away_until_it_has_the_focus(opened: Opened, width: int) -> None:
    page = opened(width, "cases/nottingham.html")
    link = page.locator(".skip-link")
    edges = "one => (({ bottom, right }) => [bottom, right])(one.getBoundingClientRect())"
    assert min(link.evaluate(edges)) <= 0
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
