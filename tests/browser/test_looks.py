"""Small things that must fit: the years under a band, the chips of parts in tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.library.library import Library

pytestmark = pytest.mark.browser
OVER = """() => [...document.querySelectorAll('.form-band .years span')].filter(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getBoundingClientRect().right > one.closest('.band').getBoundingClientRect().right;
}).map(one => one.textContent)"""
BROKEN = """() => [...document.querySelectorAll('table .of-part')].filter(one => one.textContent.length < 20
  && one.getBoundingClientRect().height > 1.7 * parseFloat(getComputedStyle(one).lineHeight)).map(one => one.textContent)"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_year_runs_over_the_frame_of_its_band(browser: Browser, served: str, library: Library, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844})
    page = context.new_page()
    wrong = []
    for slug in library.cases:
        page.goto(f"{served}/cases/{slug}.html")
        wrong += [f"{slug}: {year}" for year in page.evaluate(OVER)]
    context.close()
    assert wrong == []


def test_a_short_name_of_a_part_stands_on_one_line_in_a_table(browser: Browser, served: str, library: Library) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong = []
    for slug in (slug for slug, case in library.cases.items() if case.parts):
        page.goto(f"{served}/cases/{slug}.html")
        wrong += [f"{slug}: {name}" for name in page.evaluate(BROKEN)]
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [320, 768, 1000, 1280, 1600])
def test_the_three_questions_stand_beside_or_below_each_other(page: Page, served: str, width: int) -> None:
    """Never two and one."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/facilitate/index.html")
    boxes = [one.bounding_box() for one in page.locator(".three-questions > section").all()]
    lefts, tops = ({round(box[edge]) for box in boxes if box} for edge in ("x", "y"))
    assert {len(lefts), len(tops)} == {1, 3}


def test_the_choice_of_a_decision_leaves_room_for_the_ring_of_what_is_chosen_from(page: Page, served: str) -> None:
    page.goto(f"{served}/facilitate/sessions/45-minutes.html")
    page.get_by_role("button", name="Choose another decision").click()
    choice, button = page.get_by_label("Which decision?"), page.get_by_role("button", name="Take this decision")
    expect(choice).to_be_focused()
    above, below = choice.bounding_box(), button.bounding_box()
    assert above
    assert below
    ring = choice.evaluate("one => { const s = getComputedStyle(one); return parseFloat(s.outlineOffset) + 3; }")
    is_beside = below["x"] >= above["x"] + above["width"] + ring
    assert is_beside or below["y"] >= above["y"] + above["height"] + ring


def test_a_circle_stands_beside_its_words_whether_it_is_chosen_or_not(page: Page, served: str) -> None:
    page.goto(f"{served}/facilitate/sessions/45-minutes/pack.html?people=14")
    circles = page.locator(".print-run input[type=radio]")
    expect(circles.first).to_be_visible()
    tops = [box["y"] for one in circles.all() if (box := one.bounding_box())]
    assert len(tops) == 2
    assert abs(tops[0] - tops[1]) < 1
