"""The page of an exercise for one person and for a group: where each begins, what stays in sight, what is offered."""

from __future__ import annotations

import re

import pytest
from exercising import mark, ready
from playwright.sync_api import Locator, Page, expect
from test_exercises import ALL, CHECK, ROOM, WAYS

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 800}
BELOW_EACH_OTHER = """selectors => {
  const [first, second] = selectors.map((one) => document.querySelector(one).getBoundingClientRect().top);
  return first < second;
}"""
TOP = "one => one.getBoundingClientRect().top"
FIRST_FIELD = 1.6
"""So many screens at most from the heading to the first field: six warnings come before that of one exercise."""


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    return page


def in_view(one: Locator) -> bool:
    box = one.bounding_box()
    height = (one.page.viewport_size or PHONE)["height"]
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= height + 1


def save_all(page: Page) -> None:
    """Saves a round and reloads, as far down the page as saving is."""
    mark(page, "tell-a-stranger", "2")
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    page.reload()
    expect(page.locator("[data-download]")).to_be_visible()


@pytest.mark.parametrize("slug", ALL)
def test_the_form_comes_before_the_plan_of_the_group(page: Page, served: str, slug: str) -> None:
    ready(page, f"{served}/exercises/{slug}.html")
    assert page.evaluate(BELOW_EACH_OTHER, ["exercise-form form", ".exercise-plan"])


@pytest.mark.parametrize("slug", ALL)
def test_by_yourself_leads_to_the_first_field(phone: Page, served: str, slug: str) -> None:
    ready(phone, f"{served}/exercises/{slug}.html")
    phone.locator(".exercise-ways a", has_text="By yourself").click()
    expect(phone.locator("#by-yourself")).to_be_in_viewport()
    field = phone.locator("form :is(input, textarea, select, [data-add-card]):visible").first
    assert field.evaluate(TOP) < FIRST_FIELD * PHONE["height"]


def test_with_a_group_leads_to_its_plan_and_its_sheets(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    phone.locator(".exercise-ways a", has_text="With a group").click()
    expect(phone.locator("#with-a-group")).to_be_in_viewport()
    expect(phone.locator("#on-paper a").first).to_be_in_viewport()


def test_the_health_check_by_oneself_has_at_most_thirteen_screens_on_a_phone(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    group = phone.locator("#with-a-group").evaluate("one => one.getBoundingClientRect().top + scrollY")
    assert group <= 13 * PHONE["height"]
    assert phone.evaluate("document.documentElement.scrollHeight") <= 22 * PHONE["height"]


@pytest.mark.parametrize("width", [390, 320])
def test_every_answer_on_a_phone_is_large_enough_for_a_thumb(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ready(page, f"{served}/{CHECK}")
    sizes = page.locator("[data-item='tell-a-stranger'] .choice").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({width, height}) => [width, height])"
    )
    assert len(sizes) == 7
    assert all(across >= 44 and high >= 44 for across, high in sizes)


def test_how_far_one_has_come_stays_in_sight_and_covers_no_field(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    items = phone.locator("[data-item]")
    progress = phone.locator("[data-progress]")
    for number in (12, 13, 14):
        items.nth(number).locator("input").first.focus()
        phone.keyboard.press("Space")
        bar = progress.bounding_box()
        field = items.nth(number).locator(".answer-choices").bounding_box()
        assert bar is not None
        assert field is not None
        assert field["y"] + field["height"] <= bar["y"] + 1
        assert in_view(progress)
    expect(progress).to_have_text("3 of 40 answered")


def test_what_is_saved_is_offered_wherever_the_reader_is(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    save_all(phone)
    offer = phone.locator("[data-open-saved]")
    for place in (0, 2000, 8000, 100_000):
        phone.evaluate("place => scrollTo(0, place)", place)
        expect(offer).to_be_in_viewport(ratio=1)
    offer.click()
    expect(phone.locator("[data-item='tell-a-stranger'] input[value='2']")).to_be_checked()
    expect(phone.locator("[data-saved-status]")).to_be_in_viewport()


def test_the_offer_leaves_once_it_was_taken_and_says_what_is_open_above_the_form(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    save_all(phone)
    phone.evaluate("scrollTo(0, 4000)")
    phone.locator("[data-open-saved]").click()
    status = phone.locator("[data-saved-status]")
    expect(status).to_have_text(re.compile("^Your answers of .* are open"))
    expect(status).to_be_focused()
    expect(status).to_be_in_viewport(ratio=1)
    phone.locator("[data-item]").nth(12).scroll_into_view_if_needed()
    expect(phone.locator("[data-open-saved]")).not_to_be_in_viewport()


def test_from_the_line_that_stays_in_sight_one_link_leads_to_where_answers_are_saved(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    mark(phone, "tell-a-stranger", "2")
    phone.locator("[data-item]").nth(12).scroll_into_view_if_needed()
    link = phone.locator(".progress").get_by_role("link", name="Keep your answers")
    expect(link).to_be_in_viewport(ratio=1)
    link.click()
    expect(phone.get_by_role("button", name="Save on this device")).to_be_in_viewport(ratio=1)
    expect(phone.locator("[data-item='tell-a-stranger'] input[value='2']")).to_be_checked()


@pytest.mark.parametrize("button", ["[data-show-early]", "[data-show-picture]"])
def test_the_picture_begins_at_the_top_of_the_screen(phone: Page, served: str, button: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    mark(phone, "tell-a-stranger", "2")
    phone.locator(button).click()
    shown = phone.locator("[data-picture]")
    expect(shown).to_be_focused()
    assert -1 <= shown.evaluate(TOP) <= PHONE["height"] / 10


def test_a_result_alone_says_that_it_is_the_reader_s_own(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    mark(page, "tell-a-stranger", "2")
    page.locator("[data-show-picture]").click()
    said = page.locator("[data-picture] .not-assurance").first
    expect(said).to_contain_text("What you fill in belongs to you.")
    expect(said).not_to_contain_text("group")


def test_what_was_saved_and_not_opened_is_kept_beside_what_is_saved_next(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    save_all(page)
    mark(page, "tell-a-stranger", "4")
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("What was saved here earlier is unchanged.")
    mark(page, "tell-a-stranger", "5")
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"^Saved on this device, [^.]*\.$"))
    expect(page.locator("[data-saved-rounds]")).to_contain_text("2 sets of answers are saved on this device.")


def test_the_offer_leaves_once_something_is_filled_in_or_it_is_put_away(phone: Page, served: str) -> None:
    ready(phone, f"{served}/{CHECK}")
    save_all(phone)
    last = phone.locator("[data-item]").last
    last.scroll_into_view_if_needed()
    last.locator("input").first.check()
    expect(phone.locator("[data-open-saved]")).not_to_be_in_viewport()
    phone.reload()
    expect(phone.locator("[data-open-saved]")).to_be_in_viewport(ratio=1)
    last.scroll_into_view_if_needed()
    phone.get_by_role("button", name="Not now").click()
    expect(phone.locator("[data-open-saved]")).not_to_be_in_viewport()


def test_a_text_box_grows_with_its_text(phone: Page, served: str) -> None:
    ready(phone, f"{served}/exercises/task-in-one-breath.html")
    field = phone.locator("#prompt-sentence--in-one-breath")
    before = field.evaluate("one => one.clientHeight")
    field.fill("Every word of a sentence that is far too long for two lines stands in sight. " * 5)
    assert field.evaluate("one => one.clientHeight") > before
    assert field.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_a_single_reader_may_stop_before_what_is_made_for_a_group(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    mark(page, "tell-a-stranger", "2")
    assert page.evaluate(BELOW_EACH_OTHER, ["[data-show-early]", "#part-splits"])
    page.get_by_role("button", name="Show my picture now").click()
    expect(page.locator("[data-picture]")).to_be_focused()
    expect(page.locator("[data-picture] .headline")).to_be_visible()


def test_an_ending_tells_its_story_and_then_the_choices_that_led_there(page: Page, served: str) -> None:
    ready(page, f"{served}/{ROOM}")
    for option in WAYS["mixed-message"]:
        scene = page.locator("[data-scene]:visible").last
        scene.locator(f"input[value='{option}']").check()
        scene.locator("[data-see]").click()
        scene.locator("[data-go-on]").click()
    ending = page.locator("[data-ending]")
    assert 60 <= len(ending.locator(".told").inner_text().split()) <= 120
    assert page.evaluate(BELOW_EACH_OTHER, ["[data-ending] .told", "[data-ending] .your-choices"])
    choices = ending.locator(".your-choices li")
    expect(choices).to_have_count(5)
    expect(choices.nth(1)).to_contain_text("The question: “We will come to that.”")
    expect(choices.nth(1)).to_contain_text("Marks: A mixed message")
    expect(ending.locator(".because")).to_contain_text("“A mixed message” came up 5 times, in “The letter”")


def test_the_sources_of_an_exercise_open_when_they_are_asked_for_or_noted(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    sources = page.locator("own-sources li")
    expect(sources.first).to_be_hidden()
    page.locator(".exercise-why .citation a[href^='#source-']").first.click()
    expect(page.locator("own-sources li:target")).to_be_in_viewport()
    page.goto(f"{served}/index.html")
    ready(page, f"{served}/{CHECK}")
    page.locator("own-sources button").click()
    expect(sources.first).to_be_visible()


def test_paper_has_the_sources_that_the_screen_folds(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    page.emulate_media(media="print")
    expect(page.locator("own-sources li").first).to_be_visible()
