"""Covers in a real browser: their words stand inside, beside one another and clear of the drawing; every case has its
own.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
BOXES = """() => [...document.querySelectorAll('.case-cover')].map((cover) => {
  const box = (node) => { const b = node.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] };
  const shown = (node) => getComputedStyle(node).display !== 'none';
  return {
    name: cover.querySelector('svg').getAttribute('aria-label'),
    said: cover.textContent.replace(/\\s+/g, ' ').trim(),
    picture: box(cover.querySelector('svg')),
    whole: box(cover),
    words: [...cover.querySelectorAll('svg text')].filter(shown).map(box),
    marks: [...cover.querySelectorAll('.drawn > :is(.mark, .table, .many, .at-edge)')].map(box),
    remarks: [...cover.querySelectorAll('.remark')].map(box),
    size: Math.min(...[...cover.querySelectorAll('svg text')].filter(shown)
      .map((text) => parseFloat(getComputedStyle(text).fontSize) * cover.clientWidth / 400)),
    html: cover.querySelector('svg').innerHTML,
  };
})"""
WIDTHS = (390, 1280)
Box = list[float]


def covers(page: Page, served: str, path: str = "cases.html") -> list[dict[str, Any]]:
    page.goto(f"{served}/{path}")
    page.locator(".case-cover").first.wait_for()
    more = page.locator("[data-show-more]")
    if more.is_visible():
        more.click()
        expect(more).to_be_hidden()
    found: list[dict[str, Any]] = page.evaluate(BOXES)
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def inside(inner: Box, outer: Box) -> bool:
    return all((outer[0] - 0.5 <= inner[0], outer[1] - 0.5 <= inner[1],
                inner[2] <= outer[2] + 0.5, inner[3] <= outer[3] + 0.5))  # fmt: skip


def faults(cover: dict[str, Any]) -> list[str]:
    """What is wrong with the boxes of a cover."""
    words, marks = cover["words"], cover["marks"]
    found = [f"outside: {box}" for box in (*words, *marks) if not inside(box, cover["picture"])]
    found += [
        f"words on words: {one}" for at, one in enumerate(words) for other in words[at + 1 :] if close(one, other)
    ]
    found += [f"words on a mark: {one}" for one in words for mark in marks if overlap(one, mark)]
    found += [f"a remark outside: {box}" for box in cover["remarks"] if not inside(box, cover["whole"])]
    found += [f"a remark on the picture: {box}" for box in cover["remarks"] if overlap(box, cover["picture"])]
    return found


def close(one: Box, other: Box) -> bool:
    """True where letters of two lines would touch: a third of a line's box is the space above and below its letters."""
    shrunk = [[left, top + (low - top) / 6, right, low - (low - top) / 6] for left, top, right, low in (one, other)]
    return overlap(*shrunk)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_words_of_a_cover_touch_others_or_the_drawing_or_leave_the_picture(
    page: Page, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = covers(page, served)
    assert len(found) > 30
    assert {cover["name"]: faults(cover) for cover in found if faults(cover)} == {}


def test_words_that_lie_on_a_mark_would_be_noticed(page: Page, served: str) -> None:
    page.goto(f"{served}/cases.html")
    page.locator(".case-cover").first.wait_for()
    page.evaluate("document.querySelectorAll('.case-cover svg text').forEach((one) => one.setAttribute('x', 30))")
    found = page.evaluate(BOXES)
    assert any("words on a mark" in fault for cover in found for fault in faults(cover))


def test_every_cover_is_another(page: Page, served: str) -> None:
    found = covers(page, served)
    assert len({cover["html"] for cover in found}) == len(found)
    alike = [cover["said"] for cover in found]
    assert len(set(alike)) > 0.9 * len(alike)


def test_a_cover_says_how_many_members_there_are_and_is_named_in_one_sentence(page: Page, served: str) -> None:
    for cover in covers(page, served):
        assert re.match(r"\d+ ?(kinds? of ?)?member", cover["said"]), cover["said"]
        assert re.fullmatch(r"Drawing of [^.]+\.", cover["name"])


def test_in_a_very_small_picture_only_words_that_can_be_read_are_left(page: Page, served: str) -> None:
    page.goto(f"{served}/cases.html")
    page.locator(".case-cover").first.wait_for()
    page.evaluate("document.querySelectorAll('.case-cover').forEach((one) => { one.style.width = '160px' })")
    found = page.evaluate(BOXES)
    assert all(len(cover["words"]) == 1 and cover["size"] >= 15 for cover in found)
    assert {cover["name"]: faults(cover) for cover in found if faults(cover)} == {}


def test_words_in_a_cover_are_large_enough_to_read(page: Page, served: str) -> None:
    for width in (320, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert min(cover["size"] for cover in covers(page, served)) >= 10


def test_forms_are_told_apart_by_the_line_of_the_band_and_not_by_colour_alone(page: Page, served: str) -> None:
    covers(page, served)
    bands = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll('.case-cover .mode-band')].map((band) => {
      const line = getComputedStyle(band.querySelector('path'));
      return [band.getAttribute('class').match(/band-(\\w+)/)[1],
        [line.strokeWidth, line.strokeDasharray, line.strokeLinecap, band.children.length].join(' ')];
    }))""")
    assert set(bands) == {"none", "network", "alliance", "group", "hierarchy", "contract"}
    assert len(set(bands.values())) == len(bands)


def test_in_forced_colours_every_mark_and_word_can_be_seen(browser: Browser, served: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{served}/cases.html")
    page.locator(".case-cover").first.wait_for()
    seen = page.evaluate("""() => [...document.querySelectorAll('.case-cover :is(text, .mark, .many, .at-edge)')].map((one) => {
      const style = getComputedStyle(one), paper = getComputedStyle(document.body).backgroundColor;
      return [style.fill, style.stroke].some((colour) => colour !== 'none' && colour !== paper);
    })""")
    assert seen
    assert all(seen)
    page.close()
