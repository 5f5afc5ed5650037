"""The library in a real browser: filtered, ordered and shared by keyboard, on a phone, and from a memory stick."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.components.case.case_library.case_library import facets_of

pytestmark = pytest.mark.browser
CARD = "[data-items] > li:not([hidden])"


def titles(page: Page) -> list[str]:
    """The titles that a visitor sees, in order."""
    return page.locator(f"{CARD} h2").all_text_contents()


@pytest.fixture
def library_page(page: Page, served: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served}/cases.html")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d+ cases$"))
    return page


def test_typing_narrows_the_cards_and_says_how_many_are_left(library_page, library):
    page = library_page
    page.get_by_label("Search the cases").press_sequentially("stroke")
    expect(page.get_by_role("status")).to_contain_text(f"of {len(library.cases)} cases")
    found = titles(page)
    assert "Every patient or every hospital" in found
    assert 0 < len(found) < len(library.cases)


FEDERATIONS = {
    "Who speaks for the practices?",
    "How close is close enough?",
    "One more surgery",
    "Open seven days",
    "If one practice falls behind",
    "Deep or wide",
    "Paid alone or paid together",
}
"""The cases of general practices that stand together."""
WANTED = {
    "GP federation": FEDERATIONS,
    "federation": FEDERATIONS,
    "primary care network": FEDERATIONS,
    "PCN": FEDERATIONS,
    "practices": FEDERATIONS,
    "fail": {"A bet on health"},
    "money ran out": {"Alone or together", "How much to promise", "Where emergencies go"},
    "LMC": {"Who speaks for the practices?", "Deep or wide"},
    "CCG": {"Ready or not", "Six against six", "Where emergencies go"},
    "ICS": {"What holds it together?", "Who signs?", "The seat at the table", "Who does what"},
    "vanguard": {"How much agreement?", "How long do you wait?", "After twenty years"},
    "A&E": {"Six against six", "Who signs?"},
}
"""What a reader of these words would want."""


@pytest.mark.parametrize("words", WANTED)
def test_the_words_that_people_type_find_what_they_want(words, library_page, library):
    page = library_page
    page.get_by_label("Search the cases").fill(words)
    expect(page.get_by_role("status")).to_contain_text(f"of {len(library.cases)} cases")
    found = set(titles(page))
    assert found >= WANTED[words]
    assert len(found) < len(library.cases) * 0.7, "words that find nearly everything find nothing"


def test_the_words_come_only_when_somebody_is_about_to_type(page: Page, served: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/cases.html")
    expect(page.get_by_role("status")).to_contain_text("cases")
    assert [url for url in asked if "/data/" in url] == []
    with page.expect_request("**/data/words.js"):
        page.get_by_label("Search the cases").focus()


def test_without_the_words_the_page_says_so_and_the_ticks_still_narrow(page: Page, served: str):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.route("**/data/words.js", lambda route: route.abort())
    page.goto(f"{served}/cases.html")
    page.get_by_label("Search the cases").fill("stroke")
    expect(page.get_by_role("status")).to_have_text("The text could not be loaded, so only the filters work.")
    page.get_by_role("checkbox", name="GP federation").check()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d+ of \d+ cases$"))


def test_a_form_picks_the_cases_that_had_it_before_the_first_decision(library_page, library):
    page = library_page
    page.get_by_role("checkbox", name="GP federation").check()
    wanted = {case.title for case in library.cases.values() if "gp-federation" in facets_of(case)["form"]}
    assert set(titles(page)) == wanted
    assert wanted
    expect(page).to_have_url(re.compile("#form=gp-federation$"))


def test_a_form_page_leads_to_its_cases_in_the_library(page: Page, served: str, library):
    page.goto(f"{served}/learn/forms/gp-federation.html")
    page.get_by_role("link", name="Filter these cases in the library").click()
    wanted = {case.title for case in library.cases.values() if "gp-federation" in facets_of(case)["form"]}
    expect(page.locator(CARD)).to_have_count(len(wanted))


def test_where_nothing_is_found_each_filter_can_be_taken_away_by_its_name(library_page, library):
    page = library_page
    page.get_by_role("checkbox", name="GP federation").check()
    page.get_by_label("Search the cases").fill("zebra")
    expect(page.get_by_text("No case matches all of these. Remove one:")).to_be_visible()
    buttons = page.locator("[data-take-away] button")
    expect(buttons).to_have_text(["Remove: “zebra”", "Remove: GP federation"])
    buttons.first.press("Enter")
    expect(page.get_by_label("Search the cases")).to_have_value("")
    expect(page.locator("#library-count")).to_be_focused()
    expect(page.get_by_role("checkbox", name="GP federation")).to_be_checked()
    assert titles(page)


def test_where_nothing_is_found_the_same_words_go_on_to_the_full_text(library_page):
    page = library_page
    page.get_by_label("Search the cases").fill("Warrington & zebra")
    page.get_by_role("link", name="Search the full text for “Warrington & zebra”").click()
    expect(page).to_have_url(re.compile(r"/search\.html\?"))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("Warrington & zebra")


def test_from_a_memory_stick_the_page_says_that_the_full_text_needs_the_web(page: Page, built_site):
    page.goto((built_site / "cases.html").as_uri())
    page.get_by_label("Search the cases").fill("zebra")
    expect(page.get_by_text("Full-text search works only on the web")).to_be_visible()
    expect(page.locator("[data-full-text]")).to_be_hidden()


def test_a_card_leads_to_compare_with_its_case_chosen(library_page):
    page = library_page
    page.locator(CARD, has=page.get_by_role("heading", name="Ready or not")).get_by_role("link", name="Compare").click()
    expect(page).to_have_url(re.compile(r"/cases/compare\.html#cases=unitingcare$"))
    expect(page.locator("select[name=case]").first).to_have_value("unitingcare")


def test_a_facet_is_opened_and_ticked_by_keyboard_alone(library_page, library):
    page = library_page
    country = page.locator("details.facet summary", has_text="Country")
    country.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator("input[name=country]:focus")
    expect(focused).to_have_count(1)
    page.keyboard.press("Space")
    expect(focused).to_be_checked()
    code = focused.get_attribute("value")
    wanted = {
        case.title for case in library.cases.values() if code in {case.country, *(part.country for part in case.parts)}
    }
    assert len(titles(page)) == len(wanted)
    expect(country).to_contain_text("1 chosen")


def test_a_claim_and_a_stance_pick_the_cases_that_take_it(library_page, library):
    page = library_page
    claim = "networks-fail-when-managed-as-hierarchies"
    page.locator("details.facet summary", has_text="claim").click()
    page.get_by_label("Claim", exact=True).select_option(claim)
    page.locator("input[name=stance][value=contradicts]").check()
    wanted = [
        slug
        for slug, case in library.cases.items()
        if any((one.claim, one.stance) == (claim, "contradicts") for one in case.findings)
    ]
    expect(page.locator(CARD)).to_have_count(len(wanted))


def test_the_order_is_that_of_the_page_too_so_that_the_keyboard_follows_it(library_page, library):
    page = library_page
    page.get_by_label("Order").select_option("place")
    places = page.locator(f"{CARD} .place").all_text_contents()
    assert places == page.evaluate("places => [...places].sort((one, other) => one.localeCompare(other, 'en'))", places)
    page.get_by_label("Order").select_option("title")
    assert len(titles(page)) == len(library.cases)


def test_the_address_keeps_the_choice_and_gives_it_to_whoever_opens_it(library_page, browser: Browser):
    page = library_page
    page.get_by_label("Search the cases").fill("council")
    page.locator("input[name=mode][value=network]").check()
    page.get_by_label("Order").select_option("place")
    expect(page).to_have_url(re.compile(r"#text=council&mode=network&sort=place$"))
    other = browser.new_page()
    other.goto(page.url)
    expect(other.get_by_label("Search the cases")).to_have_value("council")
    expect(other.locator("input[name=mode][value=network]")).to_be_checked()
    assert titles(other) == titles(page)
    other.close()


def test_clearing_brings_every_case_back_and_empties_the_address(library_page, library):
    page = library_page
    page.get_by_label("Search the cases").fill("zebra")
    expect(page.get_by_text("No case matches all of these")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(CARD)).to_have_count(len(library.cases))
    expect(page.get_by_label("Search the cases")).to_be_focused()
    assert "#" not in page.url


def test_the_skip_link_leaves_the_choice_as_it_is(library_page):
    page = library_page
    page.get_by_label("Search the cases").fill("council")
    before = titles(page)
    page.locator(".skip-link").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    assert titles(page) == before


def test_endings_are_told_only_after_the_button(library_page, library):
    page = library_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Search the cases").fill("a")
    assert page.locator(".ending").count() == 0
    assert [url for url in asked if "endings" in url] == []
    page.get_by_label("Search the cases").fill("")
    page.get_by_role("button", name="Show endings").press("Enter")
    expect(page.locator(".ending")).to_have_count(len(library.cases))
    page.locator("input[name=ended][value=broke-up]").check()
    wanted = [case.title for case in library.cases.values() if case.ended and case.ended.how == "broke-up"]
    expect(page.locator(CARD)).to_have_count(len(wanted))
    page.locator("input[name=ended][value=broke-up]").uncheck()
    networks = page.locator("input[name=mode][value=network]")
    networks.check()
    expect(page.locator("summary", has_text="How it was organised, at any time")).to_be_visible()
    expect(page.locator(CARD)).to_have_count(
        sum(any(form.mode == "network" for form in case.forms) for case in library.cases.values())
    )
    networks.uncheck()
    page.get_by_role("button", name="Hide endings").click()
    expect(page.locator("summary", has_text=re.compile("^How it was organised$"))).to_be_visible()
    expect(page.locator(".ending")).to_have_count(0)
    expect(page.locator(CARD)).to_have_count(len(library.cases))


def test_an_address_with_an_ending_tells_nothing_before_the_button(page: Page, served: str, library):
    page.goto(f"{served}/cases.html#ended=broke-up")
    expect(page.get_by_text("Nothing is given away until you press the button")).to_be_visible()
    expect(page.locator(CARD)).to_have_count(len(library.cases))
    assert page.locator(".ending").count() == 0
    page.get_by_role("button", name="Show endings").click()
    wanted = [case.title for case in library.cases.values() if case.ended and case.ended.how == "broke-up"]
    expect(page.locator(CARD)).to_have_count(len(wanted))


def test_on_a_phone_an_address_with_an_ending_is_explained_beside_the_number_of_cases(page: Page, served: str, library):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served}/cases.html#ended=merged")
    count, line = page.locator("#library-count"), page.get_by_text("Nothing is given away until you press the button")
    expect(count).to_have_text(f"{len(library.cases)} cases")
    expect(line).to_be_visible()
    places = [one.bounding_box() for one in (count, line)]
    assert all(places)
    assert 0 < places[1]["y"] - places[0]["y"] < 100
    assert places[1]["y"] < 844, "on the first screen"
    button = page.get_by_role("button", name="Show the endings and filter by them")
    button.press("Enter")
    wanted = [case for case in library.cases.values() if case.ended and case.ended.how == "merged"]
    expect(page.locator(CARD)).to_have_count(len(wanted))
    expect(button).to_be_hidden()
    expect(count).to_be_focused()
    expect(page).to_have_url(f"{served}/cases.html#ended=merged")


def test_on_a_phone_the_filters_open_from_one_line_and_nothing_scrolls_sideways(page: Page, served: str):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/cases.html")
    summary = page.locator("details.facets > summary")
    expect(page.locator("input[name=mode]").first).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("input[name=mode]").first).to_be_visible()
    for facet in page.locator("details.facet > summary").all():
        facet.evaluate("summary => summary.parentElement.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    small = page.locator(
        ".tick, summary, .controls select, .controls input[type=search], .controls button"
    ).evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24).map(one => "
        "one.textContent)"
    )
    assert small == []


def test_it_all_works_from_a_memory_stick(page: Page, built_site, library):
    issues: list[str] = []
    page.on("pageerror", lambda error: issues.append(str(error)))
    page.goto(f"{(built_site / 'cases.html').as_uri()}#text=council")
    expect(page.get_by_label("Search the cases")).to_have_value("council")
    page.get_by_label("Search the cases").fill("")
    page.get_by_label("Order").select_option("begins")
    expect(page).to_have_url(re.compile("#sort=begins$"))
    if not page.get_by_role("button", name="Show endings").is_visible():
        page.locator("details.facets > summary").click()
    page.get_by_role("button", name="Show endings").click()
    expect(page.locator(".ending")).to_have_count(len(library.cases))
    assert issues == []


def test_without_script_every_card_is_there_and_no_control(browser: Browser, served: str, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cases.html")
    expect(page.locator(CARD)).to_have_count(len(library.cases))
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.locator("#library-text")).to_be_hidden()
    context.close()


def test_a_thousand_cases_are_narrowed_at_once(page: Page, served: str):
    """Cards are copied in the page before the script takes it over; what is tested is that every one of them obeys."""
    source = page.request.get(f"{served}/cases.html").text()
    block = re.search(
        r'(<script type="application/json" data-list-data id="library-data">)(.*?)(</script>)', source, re.DOTALL
    )
    cards = re.search(
        r"(<ul class=\"case-cards plain\" data-items>)(.*?)(</ul>\s*<p class=\"hint share\")", source, re.DOTALL
    )
    assert block
    assert cards
    data = json.loads(block[2])
    times = 1000 // len(data["entries"]) + 1
    data["entries"] = data["entries"] * times
    many = source.replace(cards[0], cards[1] + cards[2] * times + cards[3]).replace(
        block[0], block[1] + json.dumps(data).replace("<", "\\u003c") + block[3]
    )
    page.route("**/cases.html", lambda route: route.fulfill(body=many, content_type="text/html"))
    page.goto(f"{served}/cases.html")
    total = len(data["entries"])
    expect(page.get_by_role("status")).to_have_text(f"{total} cases")
    page.get_by_label("Search the cases").fill("stroke")
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^(?!{total} )\d+ of {total} cases$"))
    found = page.locator(CARD).count()
    expect(page.get_by_role("status")).to_have_text(f"{found} of {total} cases")
    assert 0 < found < total
    assert found % times == 0
