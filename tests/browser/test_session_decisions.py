"""Another decision in the place of the one that a session names: by its address, or by a choice, also from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from real_library import real_library

pytestmark = pytest.mark.browser
LIBRARY = real_library()
SESSION = "facilitate/sessions/45-minutes.html"
DEFAULT, OTHER = "shropshire/break-the-tie", "parkinsonnet/open-or-chosen"


def words(decision: str) -> tuple[str, str, str]:
    """The question of a decision, and what is asked at its beginning and its end, as the page sets them."""
    slug, _, id_ = decision.partition("/")
    one = next(one for one in LIBRARY.cases[slug].decisions if one.id == id_)
    assert one.teaching
    texts = (one.seats[0].question, one.teaching.opening or "", one.teaching.close or "")
    first, opening, close = (text.replace("'", "’") for text in texts)
    return first, opening, close


def test_from_a_disk_a_decision_is_chosen_and_goes_with_the_plan_into_its_pack(page: Page, built_site: Path) -> None:
    issues: list[str] = []
    page.on("pageerror", lambda error: issues.append(str(error)))
    page.goto((built_site / SESSION).as_uri())
    plan = page.locator(".session-plan")
    for text in words(DEFAULT):
        expect(plan).to_contain_text(text)
    expect(plan).to_contain_text("This side takes the first role")
    page.get_by_role("button", name="Choose another decision").click()
    page.get_by_label("Which decision?").select_option(OTHER)
    page.get_by_role("button", name="Take this decision").click()
    page.wait_for_url(f"**?decision={OTHER}")
    for old, new in zip(words(DEFAULT), words(OTHER), strict=True):
        expect(plan).to_contain_text(new)
        expect(plan).not_to_contain_text(old)
    expect(plan.get_by_text("This side takes the first role")).to_be_hidden()
    sheet = page.get_by_role("link", name="Outcome sheet")
    assert (sheet.get_attribute("href") or "").endswith(f"cases/{OTHER}/room.html#outcome")
    page.get_by_role("link", name="Print everything").click()
    page.wait_for_url(f"**/pack.html?decision={OTHER}")
    about = page.locator(".how-many")
    expect(about.get_by_role("listitem").filter(visible=True)).to_have_count(1)
    expect(about.get_by_text(words(OTHER)[0]).filter(visible=True)).to_have_count(1)
    for of_the_first in ("one of each sheet", "(page", words(DEFAULT)[0], "Participant sheet"):
        expect(about.get_by_text(of_the_first).filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Print these sheets")).to_be_visible()
    pack = page.get_by_role("link", name="Open the print pack for your decision")
    expect(pack).to_be_visible()
    expect(page.locator(".session-sheet")).to_contain_text(words(OTHER)[2])
    expect(page.locator(".participant-sheet, .outcome-sheet, .facilitator-sheet")).to_have_count(3)
    for of_default in page.locator(".participant-sheet, .outcome-sheet, .facilitator-sheet").all():
        expect(of_default).to_be_hidden()
    pack.click()
    expect(page.locator(".participant-sheet")).to_be_visible()
    assert issues == []


def test_a_later_decision_says_so_and_one_that_is_not_there_leaves_the_plan_as_it_is(page: Page, served: str) -> None:
    page.goto(f"{served}/{SESSION}?decision=parkinsonnet/test-or-spread")
    expect(page.get_by_text("This decision follows an earlier one in the same case.")).to_be_visible()
    for wrong in ("parkinsonnet/nothing", "nowhere/open-or-chosen", "../x/y", "x"):
        page.goto(f"{served}/{SESSION}?decision={wrong}")
        expect(page.get_by_text("There is no such decision")).to_be_visible()
        expect(page.locator(".session-plan")).to_contain_text(words(DEFAULT)[0])


def test_without_script_a_sentence_leads_to_the_list(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{SESSION}")
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="All decisions").click()
    page.wait_for_url("**/cases/decisions.html")
    context.close()
