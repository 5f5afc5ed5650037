"""Two windows that save the same exercise in the same millisecond lose nothing, with and without the locks of the
browser.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from exercising import ready
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
SLUG = "network-health-check"
KEY = f"casebook:answers:{SLUG}"
TIMES = 40
# Saves a new round at each of so many moments that both windows share; counts how often the page says so.
SAVE_AT = """([start, times, apart]) => {
  const form = document.querySelector('exercise-form');
  const status = form.querySelector('[data-status]');
  window.told = [];
  const saved = () => new Promise((resolve) => {
    const look = () => status.textContent ? resolve(status.textContent) : setTimeout(look, 1);
    look();
  });
  window.done = (async () => {
    for (let time = 0; time < times; time++) {
      while (Date.now() < start + time * apart) if (start + time * apart - Date.now() > 8) await new Promise((go) => setTimeout(go, 1));
      form.dispatchEvent(new Event('round-begun'));
      form.querySelector('[data-save]').click();
      window.told.push(await saved());
    }
    return window.told;
  })();
}"""

# How many rounds of each window are stored, as soon as none is missing; what a window put back after it said so counts
# too.
COUNTED = """async ([key, wanted]) => {
  const count = () => ['tell-a-stranger', 'none-alone'].map((item) =>
    JSON.parse(localStorage.getItem(key)).rounds.filter((round) => item in round.answers.marks).length);
  for (let look = 0; look < 100 && count().some((one) => one !== wanted); look++) await new Promise((go) => setTimeout(go, 20));
  return count();
}"""


def filled(page: Page, served: str, item: str) -> Page:
    """The health check with one statement marked."""
    ready(page, f"{served}/exercises/{SLUG}.html")
    page.locator(f"[data-item='{item}'] input[value='3']").check()
    return page


def stored(page: Page) -> list[dict[str, Any]]:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["rounds"]  # type: ignore[no-any-return]


def save_together(one: Page, other: Page, times: int, apart: int) -> list[str]:
    """Both windows save at the same moments; everything that they said."""
    start = one.evaluate("Date.now()") + 1_000
    for page in (one, other):
        page.evaluate(f"given => {{ ({SAVE_AT})(given); }}", [start, times, apart])
    return [*one.evaluate("window.done"), *other.evaluate("window.done")]


def test_no_round_is_lost_when_two_windows_save_in_the_same_millisecond(context: BrowserContext, served: str) -> None:
    one, other = filled(context.new_page(), served, "tell-a-stranger"), filled(context.new_page(), served, "none-alone")
    told = save_together(one, other, TIMES, 150)
    assert all(sentence.startswith("Saved on this device") for sentence in told)
    rounds = stored(one)
    assert [
        sum(item in round_["answers"]["marks"] for round_ in rounds) for item in ("tell-a-stranger", "none-alone")
    ] == [TIMES, TIMES]
    assert len({round_["id"] for round_ in rounds}) == 2 * TIMES


def test_without_locks_no_round_is_lost_either(context: BrowserContext, served: str) -> None:
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})")
    one, other = filled(context.new_page(), served, "tell-a-stranger"), filled(context.new_page(), served, "none-alone")
    save_together(one, other, 20, 200)
    assert one.evaluate(COUNTED, [KEY, 20]) == [20, 20]


def test_two_windows_that_renew_the_same_round_at_once_keep_both(context: BrowserContext, served: str) -> None:
    one = filled(context.new_page(), served, "tell-a-stranger")
    one.locator("[data-save]").click()
    expect(one.locator("[data-status]")).to_contain_text("Saved on this device")
    other = ready(context.new_page(), f"{served}/exercises/{SLUG}.html")
    other.locator("[data-open-saved]").click()
    for page, value in ((one, 1), (other, 5)):
        page.locator(f"[data-item='tell-a-stranger'] input[value='{value}']").check()
    start = one.evaluate("Date.now()") + 500
    for page in (one, other):
        page.evaluate(
            "start => { const wait = () => Date.now() < start ? setTimeout(wait, 1) : "
            "document.querySelector('[data-save]').click(); wait(); }",
            start,
        )
    for page in (one, other):
        expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    assert sorted(round_["answers"]["marks"]["tell-a-stranger"] for round_ in stored(one)) == [1, 5]


@pytest.mark.parametrize("place", ["the exercise", "my record", "one round of my record"])
def test_what_is_deleted_right_after_another_window_saved_it_is_not_put_back(
    context: BrowserContext, served: str, place: str
) -> None:
    one = filled(context.new_page(), served, "tell-a-stranger")
    other = ready(context.new_page(), f"{served}/exercises/{SLUG}.html")
    if place != "the exercise":
        other.goto(f"{served}/exercises/record.html")
    button = {
        "the exercise": "[data-delete]",
        "my record": "[data-delete-all]",
        "one round of my record": "[data-round] button",
    }[place]
    for _ in range(3):
        one.evaluate("document.querySelector('exercise-form').dispatchEvent(new Event('round-begun'))")
        one.locator("[data-save]").click()
        expect(one.locator("[data-status]")).to_contain_text("Saved on this device")
        other.locator(button).click()
        other.locator("dialog[open] [data-yes]").click()
        expect(one.locator("[data-saved-before]")).to_be_hidden()
        one.evaluate(
            "navigator.locks.request('casebook:answers', () => {})"
        )  # a round put back would have its turn before
        assert other.evaluate("localStorage.length") == 0
