"""The decisions in a real browser: narrowed, put in order, and later ones only when asked for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.data.payloads.decisions import decision_payload
from casebook.data.payloads.lists import AT_FIRST

pytestmark = pytest.mark.browser
ENTRY = "[data-items] > li:not([hidden])"
SHOW = "Show later decisions (they give away how earlier ones went)"


MORE = "[data-show-more]"


def show_all(page: Page) -> None:
    """Presses Show more until there is no more."""
    while page.locator(MORE).is_visible():
        count = page.locator(ENTRY).count()
        page.locator(MORE).press("Enter")
        expect(page.locator(ENTRY).nth(count)).to_be_visible()


def questions(page: Page) -> list[str]:
    """The questions that a visitor sees, in order."""
    return page.locator(f"{ENTRY} [data-question]").all_text_contents()


@pytest.fixture
def decisions_page(page: Page, served: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served}/cases/decisions.html")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d+ decisions$"))
    return page


@pytest.fixture(scope="module")
def first(library):
    """The first decision of each case, as a list shows it."""
    return [decision_payload(library, slug, case.decisions[0]) for slug, case in library.cases.items()]


@pytest.mark.parametrize("facet", ["theme", "minutes", "sector", "seats"])
def test_a_filter_leaves_the_decisions_that_have_it(facet, decisions_page, first):
    page = decisions_page
    details = page.locator("details.facet", has=page.locator(f"input[name={facet}]"))
    details.evaluate("details => details.open = true")
    box = page.locator(f"label:not([hidden]) input[name={facet}]").last
    box.check()
    value = box.get_attribute("value")
    wanted = [one for one in first if value in one["facets"][facet]]
    assert 0 < len(wanted) < len(first)
    expect(page.get_by_role("status")).to_contain_text(" of ")
    show_all(page)
    assert sorted(questions(page)) == sorted(one["question"] for one in wanted)
    expect(page).to_have_url(re.compile(f"#{facet}={value}$"))


def test_words_find_a_decision_by_the_story_before_it(decisions_page):
    page = decisions_page
    page.get_by_label("Search the decisions").fill("primary care network")
    expect(page.get_by_role("status")).to_contain_text("of")
    assert "How do you bring the practices together?" in questions(page)


def test_the_shortest_comes_first_where_somebody_asks_for_that(decisions_page, first):
    page = decisions_page
    page.get_by_label("Order").select_option("minutes")
    shortest = min(first, key=lambda one: one["order"]["minutes"])
    expect(page.locator(f"{ENTRY} [data-question]").first).to_have_text(shortest["question"])


def test_a_decision_leads_to_its_page_and_its_sheets(decisions_page, library):
    page = decisions_page
    show_all(page)
    entry = page.locator(ENTRY, has=page.get_by_role("link", name="Do you start on 1 April?", exact=True))
    folder = "unitingcare/" + library.cases["unitingcare"].decisions[0].id
    assert entry.get_by_role("link").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        f"{folder}.html",
        f"{folder}/room.html#pack",
        f"{folder}.html#participant",
        *(f"{folder}/room.html#{sheet}" for sheet in ("outcome", "facilitator")),
        f"../facilitate/decide-together.html#decision={folder}",
    ]


def test_later_decisions_come_only_after_the_button(decisions_page, library):
    page = decisions_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Search the decisions").fill("council")
    page.get_by_label("Search the decisions").fill("")
    assert [url for url in asked if "later" in url] == []
    expect(page.locator(f"{ENTRY}.is-later")).to_have_count(0)
    page.get_by_role("button", name=SHOW).press("Enter")
    expect(page.locator(f"{ENTRY}.is-later").first).to_be_visible()
    show_all(page)
    later = [decision for case in library.cases.values() for decision in case.decisions[1:]]
    expect(page.locator(f"{ENTRY}.is-later")).to_have_count(len(later))
    expect(page.get_by_role("status")).to_have_text(f"{len(later) + len(library.cases)} decisions")
    assert "How do you answer?" in questions(page)
    page.get_by_role("button", name="Hide later decisions").press("Enter")
    expect(page.locator(f"{ENTRY}.is-later")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text(f"{len(library.cases)} decisions")


def test_a_later_decision_follows_the_earlier_one_of_its_case_and_is_narrowed_like_it(decisions_page, library):
    page = decisions_page
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator(f"{ENTRY}.is-later").first).to_be_visible()
    show_all(page)
    case = library.cases["unitingcare"]
    order = questions(page)
    at = order.index(case.decisions[0].seats[0].question)
    assert order[at : at + len(case.decisions)] == [one.seats[0].question for one in case.decisions]
    last = page.locator(f"{ENTRY}.is-later", has=page.get_by_role("link", name=order[at + 1], exact=True))
    address = f"unitingcare/{case.decisions[1].id}"
    expect(last.get_by_role("link").first).to_have_attribute("href", f"../cases/{address}.html")
    expect(last.locator("[data-quarrel]")).to_have_text((case.decisions[1].quarrel or "").replace("'", "’"))
    page.get_by_label("Search the decisions").fill("£34m")
    expect(page.get_by_role("status")).to_contain_text("of")
    assert questions(page) == [order[at + 1]]


def test_themes_of_later_decisions_alone_come_with_them(decisions_page, library):
    page = decisions_page
    here = {theme for case in library.cases.values() for theme in case.decisions[0].themes}
    later = {theme for case in library.cases.values() for one in case.decisions[1:] for theme in one.themes}
    box = page.locator(f"input[name=theme][value={min(later - here)}]")
    expect(box).to_be_hidden()
    page.get_by_role("button", name=SHOW).click()
    box.check()
    expect(page.locator(f"{ENTRY} [data-question]").first).to_be_visible()
    page.get_by_role("button", name="Hide later decisions").click()
    expect(box).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(f"{len(library.cases)} decisions")


def test_without_script_the_later_ones_are_behind_a_page_that_says_so_first(browser: Browser, served: str, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cases/decisions.html")
    expect(page.locator(ENTRY)).to_have_count(AT_FIRST)
    expect(page.get_by_role("link", name=f"All {len(library.cases)} decisions as a plain list")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name=SHOW).click()
    expect(page.locator(".lede")).to_contain_text("it tells endings")
    context.close()


def test_it_works_from_a_memory_stick(page: Page, built_site, library):
    issues: list[str] = []
    page.on("pageerror", lambda error: issues.append(str(error)))
    page.goto((built_site / "cases/decisions.html").as_uri())
    page.get_by_label("Search the decisions").fill("stroke")
    expect(page.get_by_role("status")).to_contain_text("of")
    assert "Some hospitals will lose. How do you choose?" in questions(page)
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator(f"{ENTRY}.is-later").first).to_be_visible()
    assert issues == []


def test_on_a_phone_nothing_scrolls_sideways_and_targets_are_large_enough(page: Page, served: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/cases/decisions.html")
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator(f"{ENTRY}.is-later").first).to_be_visible()
    page.locator("details.facets").evaluate("details => details.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    small = page.locator(".list-filter :is(a, button, .tick, summary)").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 23.9)"
        ".map(one => one.textContent)"
    )
    assert small == []
