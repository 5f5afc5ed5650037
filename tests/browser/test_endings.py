"""What a visitor does before a decision shows no ending: numbers of sources, addresses passed on, pages of forms, claims and the search."""

from __future__ import annotations

import re

import pytest
from casebook.library import Library
from casebook.prose import typographic
from casebook.story import first_day, has_begun
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_source_number_before_the_decision_shows_that_one_source(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    page.locator(".decision-pause .source-number a").first.click()
    expect(page).to_have_url(re.compile("/cases/nottingham.html#source-"))
    expect(page.locator(".source-list > li:visible")).to_have_count(1)
    expect(page.locator(".source-fold .held > section").first).to_be_hidden()
    expect(page.locator("what-happened.what-happened .held:visible")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Show gaps and sources")).click()
    expect(page.locator(".source-fold .held > section").first).to_be_visible()
    assert page.locator(".source-list > li:visible").count() > 5


def test_the_choice_made_at_a_decision_is_told_once_and_leaves_the_address(page: Page, served: str, library: Library) -> None:
    decision = library.cases["nottingham"].decisions[0]
    option = decision.seats[0].options[0]
    page.goto(f"{served}/cases/nottingham/{decision.id}.html")
    page.get_by_role("radio", name=typographic(option.label)).check()
    page.get_by_role("link", name="Show what they did").click()
    told = page.locator(f"#after-{decision.id}")
    expect(told.locator("[data-you-chose]")).to_contain_text(typographic(option.label))
    expect(page).to_have_url(f"{served}/cases/nottingham.html")
    page.reload()
    expect(told.locator("[data-you-chose]")).to_contain_text(typographic(option.label))
    passed_on = page.context.new_page()
    passed_on.goto(page.url)
    expect(passed_on.locator("what-happened.what-happened .held:visible")).to_have_count(0)
    passed_on.close()


def test_what_is_opened_by_its_button_stays_open_on_reload_and_leaves_no_trace_in_the_address(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/taurus.html")
    page.get_by_role("link", name="Show what happened").first.click()
    expect(page.locator("what-happened.what-happened .held:visible")).to_have_count(1)
    expect(page).to_have_url(f"{served}/cases/taurus.html")
    page.reload()
    expect(page.locator("what-happened.what-happened .held:visible")).to_have_count(1)


def test_the_page_of_a_form_names_later_cases_only_when_asked(page: Page, served: str, library: Library) -> None:
    def had(form_id: str, at_first: bool) -> set[str]:
        found = set()
        for slug, case in library.cases.items():
            forms = has_begun(case.forms, first_day(case)) if at_first else case.forms
            if any(form.form == form_id for form in forms):
                found.add(slug)
        return found

    form_id = next(id_ for id_ in library.forms if had(id_, True) and had(id_, False) - had(id_, True))
    page.goto(f"{served}/learn/forms/{form_id}.html")
    cards = page.locator(".case-card:visible")
    expect(cards).to_have_count(len(had(form_id, True)))
    page.get_by_role("link", name="Show which").click()
    expect(cards).to_have_count(len(had(form_id, False)))


def test_the_search_keeps_its_words_when_one_comes_back(page: Page, served: str) -> None:
    page.goto(f"{served}/search.html")
    page.get_by_role("searchbox").fill("stroke")
    first = page.locator(".found a").first
    expect(first).to_be_visible()
    first.click()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("stroke")
    expect(page.locator(".found a").first).to_be_visible()


def test_from_a_source_one_comes_back_to_the_number_that_was_pressed(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/taurus.html")
    number = page.locator(".case-timeline .source-number a:visible").first
    number.focus()
    page.keyboard.press("Enter")
    back = page.get_by_role("button", name="Back to the text")
    expect(back).to_be_in_viewport()
    back.press("Enter")
    expect(number).to_be_focused()
    expect(number).to_be_in_viewport()
    expect(back).to_have_count(0)


def test_opening_an_ending_sets_the_focus_on_its_heading(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/nottingham.html")
    page.get_by_role("link", name="Show what happened").first.press("Enter")
    expect(page.get_by_role("heading", name="What happened after decision 1")).to_be_focused()
