"""Small things that must fit: the years under a band, the chips of parts in tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

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
