"""What a visitor does before a decision shows no ending: numbers of sources, addresses passed on, pages of forms,
claims and the search.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pressing import show_what_they_did

from casebook.analysis.disclosure import first_day, has_begun
from casebook.library.library import Library
from casebook.text.markdown import typographic
from telling import plain, telling_before, words_of

pytestmark = pytest.mark.browser


PRESS_EVERY_NUMBER = """() => {
  const seen = [];
  for (const part of document.querySelectorAll('.look-it-up details')) part.open = true;
  const numbers = [...document.querySelectorAll('.source-numbers > a')].filter((one) => one.offsetParent);
  for (const number of numbers) {
    number.click();
    const note = document.querySelector('.popover:popover-open');
    const named = number.textContent.match(/[0-9]+/g).every((one) => note?.textContent.includes(one));
    seen.push(named && note === document.activeElement ? note.outerHTML : `no note at ${number.textContent}, ${location.hash}`);
    [...(note?.querySelectorAll('button') ?? [])].at(-1)?.click();
    if (document.activeElement !== number) seen.push(`no way back to ${number.textContent}`);
  }
  return { numbers: numbers.length, cards: seen, page: document.body.innerText, hash: location.hash };
}"""


def pressed(page: Page) -> dict[str, Any]:
    """Presses every number of a source that can be seen, and gives what each showed."""
    found: dict[str, Any] = page.evaluate(PRESS_EVERY_NUMBER)
    return found


def test_no_source_number_before_the_first_decision_shows_what_tells(page: Page, served: str, library: Library) -> None:
    """Every number of every case, pressed one after the other."""
    wrong = {}
    for slug, case in library.cases.items():
        if not case.decisions:
            continue
        page.goto(f"{served}/cases/{slug}.html")
        found = pressed(page)
        shown = words_of(" ".join(found["cards"])) + plain(found["page"])
        given = telling_before(library, slug, case.decisions[0]).seen_in(shown)
        lost = [one for one in found["cards"] if one.startswith("no ")]
        if given or lost or not found["numbers"] or found["hash"]:
            wrong[slug] = (found["numbers"], found["hash"], lost, given)
    assert wrong == {}


def test_a_title_in_a_note_would_be_noticed(page: Page, served: str, library: Library) -> None:
    case = library.cases["danum-horizon"]
    title = next(one.title for one in case.sources if one.title.endswith("goes bust"))
    page.goto(f"{served}/cases/danum-horizon.html")
    page.evaluate("title => document.querySelectorAll('.cited-sources li').forEach((one) => one.append(title))", title)
    given = telling_before(library, "danum-horizon", case.decisions[0]).seen_in(
        words_of(" ".join(pressed(page)["cards"]))
    )
    assert given == [f"titles: {plain(title)}"]


@pytest.mark.parametrize("number", [1, 2])
def test_no_source_number_before_a_later_decision_shows_what_tells(
    page: Page, served: str, library: Library, number: int
) -> None:
    wrong = {}
    for slug, case in library.cases.items():
        if len(case.decisions) <= number:
            continue
        page.goto(f"{served}/cases/{slug}.html")
        for earlier in case.decisions[:number]:
            show_what_they_did(page, earlier.id)
        found = pressed(page)
        shown = words_of(" ".join(found["cards"])) + plain(found["page"])
        telling = telling_before(library, slug, case.decisions[number])
        given = [one for one in telling.seen_in(shown) if one.startswith(("titles", "addresses", "questions"))]
        if given or any(one.startswith("no ") for one in found["cards"]):
            wrong[slug] = given or found["cards"]
    assert wrong == {}


@pytest.mark.parametrize("path", ["index.html", "cases/nottingham/stay-or-step-out.html"])
def test_a_number_outside_the_case_shows_its_note_in_place_and_leads_to_the_entry_when_asked(
    page: Page, served: str, library: Library, path: str
) -> None:
    page.goto(f"{served}/{path}")
    page.locator(".decision-pause .source-numbers > a").first.click()
    note = page.locator(".popover")
    expect(note).to_be_visible()
    given = telling_before(library, "nottingham", library.cases["nottingham"].decisions[0]).seen_in(
        words_of(note.evaluate("one => one.outerHTML"))
    )
    assert given == []
    note.get_by_role("link", name=re.compile("^Show full details of this source")).first.click()
    expect(page).to_have_url(re.compile(r"/cases/nottingham\.html#source-\d+$"))
    expect(page.locator(".source-list > li:visible")).to_have_count(1)
    expect(page.locator(".source-fold .held > section").first).to_be_hidden()
    expect(page.locator("what-happened.what-happened .held:visible")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Show gaps and sources")).click()
    expect(page.locator(".source-fold .held > section").first).to_be_visible()
    assert page.locator(".source-list > li:visible").count() > 5


def test_a_note_on_a_source_opens_and_closes_by_keyboard_and_nothing_moves(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/nottingham.html")
    number = page.locator(".case-story .source-numbers > a").first
    note = page.locator(".popover")
    number.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(note).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(number).to_be_focused()
    page.keyboard.press("Enter")
    note.get_by_role("button", name="Close").press("Enter")
    expect(number).to_be_focused()
    assert page.evaluate("scrollY") == before
    assert page.url == f"{served}/cases/nottingham.html"


def test_a_title_is_shown_in_the_note_to_whoever_asks_for_it(page: Page, served: str, library: Library) -> None:
    case = library.cases["nottingham"]
    page.goto(f"{served}/cases/nottingham.html")
    number = page.locator(".case-story .source-numbers > a").first
    source = case.sources[int(re.findall(r"\d+", number.text_content() or "")[0]) - 1]
    number.press("Enter")
    note = page.locator(".popover")
    expect(note).not_to_contain_text(typographic(source.title))
    note.get_by_role("link", name=re.compile("^Show full details of this source")).first.press("Enter")
    expect(note).to_contain_text(typographic(source.title))


def test_a_paragraph_has_one_stop_for_all_its_sources(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/cases/nottingham.html")
    for index, one in enumerate(library.cases["nottingham"].story):
        paragraph = page.locator(".case-story > p").nth(index)
        expect(paragraph.locator("sup").get_by_role("link")).to_have_count(1)
        name = "Sources" if len(one.sources) > 1 else "Source"
        expect(paragraph.get_by_role("link", name=re.compile(f"^{name} [0-9 ]+$"))).to_be_visible()


def test_an_address_of_a_note_opens_no_ending(page: Page, served: str, library: Library) -> None:
    """Neither of a source that the first part names nor of one that only the ending does."""
    for number in range(1, len(library.cases["bristol"].sources) + 1):
        page.goto("about:blank")
        page.goto(f"{served}/cases/bristol.html#note-{number}")
        expect(page.locator("what-happened .held:visible")).to_have_count(0)


def test_without_script_a_number_leads_to_a_note_without_a_title_and_everything_stands_open(
    browser: Browser, served: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for slug in ("bristol", "unitingcare", "danum-horizon"):
        case = library.cases[slug]
        page.goto(f"{served}/cases/{slug}.html")
        number = page.locator(".decision-pause .source-numbers > a").first
        address = (number.get_attribute("href") or "").removeprefix("#")
        number.click()
        note = page.locator(f"[id='{address}']")
        expect(note).to_be_visible()
        assert (
            telling_before(library, slug, case.decisions[0]).seen_in(words_of(note.evaluate("one => one.outerHTML")))
            == []
        )
        expect(page.locator("what-happened > .held:visible")).to_have_count(len(case.decisions) + 1)
    context.close()


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


def test_when_all_is_told_a_note_shows_the_whole_entry(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/cases/taurus.html")
    for decision in library.cases["taurus"].decisions:
        show_what_they_did(page, decision.id)
    number = page.locator(".decision-reveal .source-numbers > a").first
    number.press("Enter")
    expect(page.locator(".popover cite").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(number).to_be_focused()
