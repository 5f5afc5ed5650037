"""The page of an exercise on paper, after it was filled in: what was written stands in full, and nothing that only a
screen can do.
"""

from __future__ import annotations

from io import BytesIO

import pytest
from exercising import mark, ready
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
LONG = "\n".join(
    f"Sentence {number} of a history that is longer than any field on a page, and ends in word{number}."
    for number in range(1, 81)
)


def printed(page: Page) -> str:
    """All the words of the page on paper."""
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(one.extract_text().split()) for one in pdf.pages)


def test_a_long_answer_is_printed_to_its_last_word(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    page.locator("#prompt-history--its-history").fill(LONG)
    page.locator("[data-part='two-causes'] [data-column='first-act']").first.fill(LONG)
    page.locator("[data-part='two-causes'] [data-row-label]").first.fill(
        "A cause whose name is so long that a field of a single line cannot show it, to its lastword"
    )
    words = printed(page)
    assert words.count("word80.") == 2
    assert "to its lastword" in words


def test_without_script_a_field_grows_with_what_is_written(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    field = page.locator("#prompt-history--its-history")
    field.fill(LONG)
    page.emulate_media(media="print")
    page.evaluate("document.querySelectorAll('.print-copy').forEach((copy) => copy.remove())")
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


def test_the_choice_from_a_list_is_printed_in_words_and_an_empty_field_leaves_room_to_write(
    page: Page, served: str
) -> None:
    ready(page, f"{served}/exercises/learning-partners-delivery-partners.html")
    page.locator("[data-column='their-word']").first.select_option("word-unknown")
    page.emulate_media(media="print")
    expect(page.locator(".print-copy")).to_have_text(["We do not know"])
    assert page.locator("[data-column='what']").first.evaluate("field => field.clientHeight") > 60


def test_a_page_that_was_cleared_keeps_no_copy_of_what_was_printed(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    page.locator("#prompt-history--its-history").fill(LONG)
    page.emulate_media(media="print")
    expect(page.locator(".print-copy")).to_have_count(1)
    page.emulate_media(media="screen")
    page.locator("[data-clear-page]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator(".print-copy")).to_have_count(0)


def test_no_button_is_printed_and_both_unscored_answers_share_a_line(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/network-health-check.html")
    mark(page, "tell-a-stranger", "2")
    page.set_viewport_size({"width": 672, "height": 900})  # A4 less its margins
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    tops = page.locator("[data-item='tell-a-stranger'] .choice").evaluate_all(
        "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(set(tops[:5])) == 1
    assert tops[5] == tops[6] > tops[0]


def test_the_record_prints_no_button_and_no_message(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/network-health-check.html")
    mark(page, "tell-a-stranger", "2")
    page.locator("[data-save]").click()
    page.goto(f"{served}/exercises/record.html")
    expect(page.locator(".record-rounds button").first).to_be_visible()
    with page.expect_download():
        page.locator("[data-export-json]").click()
    expect(page.locator("[data-status=take]")).not_to_be_empty()
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    expect(page.locator("[data-status=take]")).to_be_hidden()
    expect(page.locator(".record-exercise table")).to_be_visible()
