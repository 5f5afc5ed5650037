"""The library in a real browser: filtered, ordered and shared by keyboard, on a phone, and from a memory stick."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.components.case.case_library.case_library import facets_of
from casebook.data.payloads.lists import AT_FIRST
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
CARD = "[data-items] > li:not([hidden])"


MORE = "[data-show-more]"


def show_all(page: Page) -> None:
    """Presses Show more until there is no more."""
    while page.locator(MORE).is_visible():
        count = page.locator(CARD).count()
        page.locator(MORE).press("Enter")
        expect(page.locator(CARD).nth(count)).to_be_visible()


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
    show_all(page)
    found = set(titles(page))
    assert found >= WANTED[words]
    assert len(found) < len(library.cases) * 0.7, "words that find nearly everything find nothing"


def test_other_words_that_are_looked_for_are_named(library_page):
    field = library_page.get_by_label("Search the cases")
    said = library_page.locator("[data-also]")
    field.fill("PCN")
    expect(said).to_contain_text("The search also uses other words for what you typed, such as:")
    expect(said).to_contain_text("GP federation")
    field.fill("zebra")
    expect(said).to_be_hidden()


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
    expect(page.get_by_role("status")).to_have_text(
        "The texts could not be loaded, so you cannot search them. The filters still work."
    )
    page.get_by_role("checkbox", name="GP federation").check()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d+ of \d+ cases$"))


def test_a_form_picks_the_cases_that_had_it_before_the_first_decision(library_page, library):
    page = library_page
    page.get_by_role("checkbox", name="GP federation").check()
    expect(page.get_by_role("status")).to_contain_text(" of ")
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
    expect(page.get_by_text("No case matches all your filters. Remove one:")).to_be_visible()
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
    expect(page.get_by_role("status")).to_contain_text(" of ")
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
    show_all(page)
    page.get_by_label("Order").select_option("place")
    places = [one.partition(" · ")[0] for one in page.locator(f"{CARD} .place").all_text_contents()]
    assert len(places) == len(library.cases)
    assert places == page.evaluate("places => [...places].sort((one, other) => one.localeCompare(other, 'en'))", places)
    page.get_by_label("Order").select_option("title")
    assert len(titles(page)) == len(library.cases)


def test_the_address_keeps_the_choice_and_gives_it_to_whoever_opens_it(library_page, browser: Browser):
    page = library_page
    page.get_by_label("Search the cases").fill("council")
    page.locator("input[name=mode][value=network]").check()
    page.get_by_label("Order").select_option("place")
    expect(page).to_have_url(re.compile(r"#text=council&mode=network&sort=place$"))
    expect(page.get_by_role("status")).to_contain_text(" of ")
    other = browser.new_page()
    other.goto(page.url)
    expect(other.get_by_label("Search the cases")).to_have_value("council")
    expect(other.locator("input[name=mode][value=network]")).to_be_checked()
    expect(other.get_by_role("status")).to_have_text(page.get_by_role("status").inner_text())
    assert titles(other) == titles(page)
    other.close()


def test_clearing_brings_every_case_back_and_empties_the_address(library_page, library):
    page = library_page
    page.get_by_label("Search the cases").fill("zebra")
    expect(page.get_by_text("No case matches all your filters")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.get_by_role("status")).to_have_text(f"{len(library.cases)} cases")
    expect(page.locator(CARD)).to_have_count(AT_FIRST)
    expect(page.get_by_label("Search the cases")).to_be_focused()
    assert "#" not in page.url


def test_the_skip_link_leaves_the_choice_as_it_is(library_page):
    page = library_page
    page.get_by_label("Search the cases").fill("council")
    expect(page.get_by_role("status")).to_contain_text(" of ")
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
    expect(page.locator(".ending")).to_have_count(AT_FIRST)
    show_all(page)
    expect(page.locator(".ending")).to_have_count(len(library.cases))
    page.locator("input[name=ended][value=broke-up]").check()
    wanted = [case.title for case in library.cases.values() if case.ended and case.ended.how == "broke-up"]
    expect(page.locator(CARD)).to_have_count(len(wanted))
    page.locator("input[name=ended][value=broke-up]").uncheck()
    networks = page.locator("input[name=mode][value=network]")
    networks.check()
    expect(page.locator("summary", has_text="How the network was organised, at any time")).to_be_visible()
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
    expect(page.get_by_text("That gives endings away")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(f"{len(library.cases)} cases")
    assert page.locator(".ending").count() == 0
    page.get_by_role("button", name="Show endings").click()
    wanted = [case.title for case in library.cases.values() if case.ended and case.ended.how == "broke-up"]
    expect(page.locator(CARD)).to_have_count(len(wanted))


def test_on_a_phone_an_address_with_an_ending_is_explained_beside_the_number_of_cases(page: Page, served: str, library):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served}/cases.html#ended=merged")
    count, line = page.locator("#library-count"), page.get_by_text("That gives endings away")
    expect(count).to_have_text(f"{len(library.cases)} cases")
    expect(line).to_be_visible()
    places = [one.bounding_box() for one in (count, line)]
    assert all(places)
    assert 0 < places[1]["y"] - places[0]["y"] < 100
    assert places[1]["y"] < 844, "on the first screen"
    button = page.get_by_role("button", name="Show how cases ended, and filter by that")
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
    show_all(page)
    expect(page.locator(".ending")).to_have_count(len(library.cases))
    assert issues == []


def test_without_script_the_first_cards_are_there_a_link_to_all_cases_and_no_control(
    browser: Browser, served: str, library
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cases.html")
    expect(page.locator(CARD)).to_have_count(AT_FIRST)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.locator("#library-text")).to_be_hidden()
    page.get_by_role("link", name=f"All {len(library.cases)} cases as a plain list").click()
    expect(page.locator(".case-titles > li")).to_have_count(len(library.cases))
    context.close()


def many_times(page: Page, served: str, times: int) -> int:
    """Hands the page its list so many times over; gives how many entries there are."""
    head, name, text = page.request.get(f"{served}/data/case-cards.js").text().partition('["case-cards",')
    data = json.loads(text.rstrip().removesuffix("]);"))
    rest = len(data["entries"]) - len(data["cards"])
    data["cards"] += data["cards"] * (times - 1) + data["cards"][:1] * (rest * (times - 1))
    data["entries"] *= times
    body = f"{head}{name}{json.dumps(data)}]);"
    page.route("**/data/case-cards.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    return len(data["entries"])


def test_of_a_thousand_cases_the_first_that_fit_are_shown_and_the_number_of_all_is_said(page: Page, served: str):
    total = many_times(page, served, 30)
    page.goto(f"{served}/cases.html")
    page.get_by_label("Search the cases").fill("hospital")
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^(?!{total} )\d+ of {total} cases$"))
    expect(page.locator(CARD)).to_have_count(AT_FIRST)
    expect(page.locator(MORE)).to_have_text(f"Show {AT_FIRST} more")


def test_more_cards_come_when_asked_for_and_the_focus_goes_to_the_first_of_them(library_page, library):
    page = library_page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator(CARD)).to_have_count(AT_FIRST)
    assert [url for url in asked if "case-cards" in url] == []
    ordered = sorted((case.title for case in library.cases.values()), key=str.lower)
    button = page.get_by_role("button", name=f"Show {len(library.cases) - AT_FIRST} more")
    button.press("Enter")
    expect(page.locator(CARD)).to_have_count(len(library.cases))
    expect(page.locator("h2 a:focus")).to_have_text(typographic(ordered[AT_FIRST]))
    assert titles(page) == [typographic(title) for title in ordered]
    expect(button).to_be_hidden()


def test_a_card_that_came_with_the_script_looks_like_one_of_the_page(library_page, page: Page):
    show_all(page)
    cards = page.locator(f"{CARD} > .case-card")
    shapes = cards.evaluate_all(
        """cards => cards.map(card => [card.getAttribute("data-pagefind-ignore"),
          [...card.querySelectorAll("svg, svg *")].every(one => one instanceof SVGElement),
          card.querySelector(".case-cover svg").getBoundingClientRect().height > 50,
          card.querySelector(".words").children.length >= 6])"""
    )
    assert shapes == [["", True, True, True]] * len(shapes)
    assert cards.locator("p > p, div > text").count() == 0


def test_an_address_finds_cases_beyond_the_first(page: Page, served: str, library):
    last = max(library.cases, key=lambda slug: library.cases[slug].title.lower())
    title = typographic(library.cases[last].title)
    place = library.cases[last].place
    page.goto(f"{served}/cases.html#text={place}")
    expect(page.get_by_role("status")).to_contain_text(f"of {len(library.cases)} cases")
    assert title in titles(page)


def test_what_was_open_is_open_on_the_way_back(library_page, library):
    page = library_page
    show_all(page)
    page.locator(CARD).last.get_by_role("link").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    expect(page.locator(CARD)).to_have_count(len(library.cases))
    page.reload()
    expect(page.locator(CARD)).to_have_count(len(library.cases))


def test_a_list_that_does_not_come_is_said_and_can_be_asked_for_again(page: Page, served: str):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.route("**/data/case-cards.js", lambda route: route.abort())
    page.goto(f"{served}/cases.html")
    page.get_by_role("checkbox", name="GP federation").check()
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator(CARD)).to_have_count(AT_FIRST)
    page.unroute("**/data/case-cards.js")
    page.locator(MORE).click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d+ of \d+ cases$"))


def test_paper_has_the_cards_that_the_screen_has(library_page):
    page = library_page
    page.emulate_media(media="print")
    expect(page.locator(f"{CARD}:visible")).to_have_count(AT_FIRST)
    expect(page.locator(".goes-on")).to_be_hidden()
    page.emulate_media(media="screen")
    show_all(page)
    shown = page.locator(CARD).count()
    page.emulate_media(media="print")
    expect(page.locator(f"{CARD}:visible")).to_have_count(shown)
