"""The evidence matrix and the claim pages in a real browser: by keyboard, on a phone, from a memory stick, on paper."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from casebook.citations.withheld_titles import finding_anchor
from casebook.components.evidence.evidence_matrix.evidence_matrix import evidence_matrix
from casebook.data.payloads.findings import mark_of
from casebook.data.script_file import as_script
from casebook.library.library import CaseFinding, Library
from casebook.render.context import PageContext
from casebook.site.long_lists import other_rows
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled

pytestmark = pytest.mark.browser
CLAIM = "agreements-must-bind"
MATRIX = "cases/matrix.html"


@pytest.fixture
def matrix(page: Page, served: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served}/{MATRIX}")
    return page


@pytest.fixture(scope="module")
def told(library: Library) -> CaseFinding:
    return library.findings[CLAIM][0]


def cell(page: Page, told: CaseFinding) -> str:
    return f'.matrix-table button[data-finding="{mark_of(told)}"][data-claim="{CLAIM}"]'


def focused(page: Page) -> str:
    """What a screen reader calls the thing that has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def enter_table(matrix: Page) -> None:
    """Goes from the last thing before the table into it, by Tab."""
    matrix.locator('[data-print="list"]').focus()
    for _ in range(3):
        matrix.keyboard.press("Tab")
        if matrix.evaluate("document.activeElement.matches('.matrix-cell')"):
            return
    raise AssertionError("three tabs do not reach the first sign")


def test_the_choice_stands_in_the_address_and_an_address_chooses(matrix: Page, served: str, library: Library) -> None:
    matrix.locator('[name="claim"]').select_option(CLAIM)
    matrix.locator('[name="countries"]').select_option("GB-NIR")
    matrix.locator('[name="sort"]').select_option("begins")
    shown = matrix.locator("tbody tr:visible").count()
    assert 0 <= shown < len(library.cases)
    address = matrix.url
    assert address.endswith(f"#countries=GB-NIR&claim={CLAIM}&sort=begins")
    matrix.goto(f"{served}/index.html")
    matrix.goto(address)
    expect(matrix.locator('[name="claim"]')).to_have_value(CLAIM)
    expect(matrix.locator('[name="sort"]')).to_have_value("begins")
    expect(matrix.locator("tbody tr:visible")).to_have_count(shown)
    matrix.get_by_role("button", name="Show all cases").click()
    expect(matrix.locator("tbody tr:visible")).to_have_count(len(library.cases))
    expect(matrix).to_have_url(f"{served}/{MATRIX}")


def test_an_address_that_asks_for_what_is_not_there_shows_everything(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/{MATRIX}#claim=nothing&modes=%E0%A4%A&sort=x")
    expect(page.locator("tbody tr:visible")).to_have_count(len(library.cases))
    assert page.locator('[name="claim"]').input_value() == ""


def test_a_cell_opens_by_keyboard_and_tells_only_when_asked(matrix: Page, told: CaseFinding) -> None:
    enter_table(matrix)
    matrix.locator(cell(matrix, told)).focus()
    matrix.keyboard.press("Enter")
    dialog = matrix.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(typographic(told.case.title))
    expect(dialog).not_to_contain_text(typographic(told.finding.text))
    expect(dialog.get_by_role("button", name="Show what happened")).to_be_focused()
    matrix.keyboard.press("Enter")
    expect(dialog).to_contain_text(typographic(told.finding.text))
    expect(dialog.locator(".reading")).to_contain_text(typographic(told.finding.reading))
    expect(dialog.locator(".told-sources li")).to_have_count(len(told.finding.sources))
    matrix.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(matrix.locator(cell(matrix, told))).to_be_focused()


def test_the_table_is_one_stop_for_tab(matrix: Page) -> None:
    enter_table(matrix)
    matrix.keyboard.press("Tab")
    assert not matrix.evaluate("Boolean(document.activeElement.closest('.matrix-table'))")
    matrix.keyboard.press("Shift+Tab")
    assert matrix.evaluate("document.activeElement.matches('.matrix-cell')")


def test_arrows_move_from_sign_to_sign_and_past_empty_cells(matrix: Page) -> None:
    enter_table(matrix)
    signs_below = """[...document.querySelectorAll("tbody tr")].slice(1).filter((one) =>
      one.cells[document.activeElement.closest("td").cellIndex].querySelector(".matrix-cell")).length"""
    while not matrix.evaluate(signs_below):
        matrix.keyboard.press("ArrowRight")
    first = focused(matrix)
    place = "[...document.activeElement.closest('tr').cells].indexOf(document.activeElement.closest('td'))"
    row = "[...document.querySelectorAll('tbody tr')].indexOf(document.activeElement.closest('tr'))"
    column = matrix.evaluate(place)
    matrix.keyboard.press("ArrowRight")
    assert matrix.evaluate("document.activeElement.matches('.matrix-cell')")
    assert (matrix.evaluate(row), matrix.evaluate(place) >= column) == (0, True)
    matrix.keyboard.press("ArrowLeft")
    assert focused(matrix) == first
    matrix.keyboard.press("ArrowDown")
    assert matrix.evaluate(place) == column
    assert matrix.evaluate(row) > 0
    matrix.keyboard.press("ArrowUp")
    assert focused(matrix) == first


def test_home_and_end_go_to_the_ends_of_a_row_and_of_the_table(matrix: Page, library: Library) -> None:
    enter_table(matrix)
    case = next(iter(sorted(library.cases.values(), key=lambda one: one.title.lower())))
    matrix.keyboard.press("Home")
    assert focused(matrix) == typographic(case.title)
    matrix.keyboard.press("End")
    assert matrix.evaluate(
        "document.activeElement === [...document.querySelectorAll('tbody tr:first-child button')].at(-1)"
    )
    matrix.keyboard.press("Control+Home")
    assert focused(matrix) == next(iter(library.claims.values())).label
    matrix.keyboard.press("Control+End")
    assert matrix.evaluate("document.activeElement === [...document.querySelectorAll('td button')].at(-1)")


def test_the_focus_stays_on_what_is_shown_when_rows_are_left_out(matrix: Page, library: Library) -> None:
    enter_table(matrix)
    matrix.get_by_label("Country").select_option("NZ")
    enter_table(matrix)
    assert any(case.country == "NZ" and typographic(case.title) in focused(matrix) for case in library.cases.values())


def test_each_sign_is_named_by_its_stance_its_case_and_its_claim(matrix: Page, told: CaseFinding) -> None:
    name = titled(typographic(told.case.title), told.case.place)
    sign = matrix.locator(cell(matrix, told))
    expect(sign).to_have_accessible_name(f"{told.finding.stance.capitalize()}: {name}; Agreements must bind")
    sign.click()
    expect(matrix.get_by_role("dialog").locator("[data-stance]")).to_have_text(told.finding.stance.capitalize())


def test_who_asks_once_for_every_cell_is_not_asked_again(matrix: Page, told: CaseFinding) -> None:
    matrix.get_by_label("When I open a finding, always show what happened").check()
    matrix.locator(cell(matrix, told)).click()
    expect(matrix.get_by_role("dialog")).to_contain_text(typographic(told.finding.text))


def test_choosing_leaves_the_cases_that_fit_and_says_so(matrix: Page, library: Library) -> None:
    matrix.get_by_label("Country").select_option("NZ")
    shown = matrix.locator(".matrix-table tbody tr:visible")
    expect(shown).to_have_count(sum(case.country == "NZ" for case in library.cases.values()))
    expect(matrix.locator(".matrix-status")).to_have_text("Your filters leave some cases out.")
    matrix.get_by_role("button", name="Show all cases").click()
    expect(shown).to_have_count(len(library.cases))
    expect(matrix.locator(".matrix-status")).to_have_text("All cases are shown.")


def test_a_choice_that_nothing_fits_says_so(matrix: Page) -> None:
    matrix.get_by_label("Country").select_option("NZ")
    matrix.get_by_label("How it was organised").select_option("contract")
    expect(matrix.locator(".matrix-table tbody tr:visible")).to_have_count(0)
    expect(matrix.locator(".matrix-status")).to_have_text("No case matches. Remove a filter.")


def test_sorting_by_the_beginning_puts_the_oldest_story_first(matrix: Page, library: Library) -> None:
    matrix.get_by_label("Sort by").select_option("begins")
    oldest = min(library.cases.values(), key=lambda case: (case.when.begins.year, case.title))
    expect(matrix.locator(".matrix-table tbody tr").first.locator("th")).to_contain_text(typographic(oldest.title))


def test_on_a_phone_it_reads_claim_by_claim_without_scrolling_sideways(
    page: Page, served: str, told: CaseFinding
) -> None:
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(f"{served}/{MATRIX}")
    expect(page.locator(".matrix-table")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("Claim", exact=True).select_option(CLAIM)
    expect(page.locator(".matrix-list section:visible")).to_have_count(1)
    item = page.locator(f'.matrix-list button[data-finding="{mark_of(told)}"][data-claim="{CLAIM}"]')
    item.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    dialog.get_by_role("button", name="Show what happened").press("Enter")
    expect(dialog).to_contain_text(typographic(told.finding.text))
    dialog.get_by_role("button", name="Close").press("Enter")
    expect(item).to_be_focused()


def test_on_a_phone_the_words_speak_of_what_is_there(page: Page, served: str) -> None:
    page.goto(f"{served}/{MATRIX}")
    for width, seen, unseen in (
        (320, "Choose a case to see", "Choose a sign in the table to see"),
        (1280, "Choose a sign in the table to see", "Choose a case to see"),
    ):
        page.set_viewport_size({"width": width, "height": 720})
        expect(page.locator(".matrix-legend")).to_contain_text(seen)
        words = page.locator("evidence-matrix").inner_text()
        assert seen in words
        assert unseen not in words
        assert ("empty cell" in words) == ("Print as a table" in words) == (width == 1280)
    page.set_viewport_size({"width": 320, "height": 720})
    assert "cell" not in page.locator("evidence-matrix").inner_text()


def test_two_findings_of_a_case_under_one_stance_are_told_apart(page: Page, served: str, library: Library) -> None:
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(f"{served}/{MATRIX}")
    alike = [told for found in library.findings.values() for told in found if told.number]
    assert alike
    for section in page.locator(".matrix-list .stance-group").all():
        names = section.locator("li").all_inner_texts()
        assert len(names) == len(set(names)), names
    second = next(told for told in alike if told.number == 2)
    claim = second.finding.claim
    page.locator(f'.matrix-list button[data-finding="{mark_of(second)}"][data-claim="{claim}"]').press("Enter")
    expect(page.get_by_role("dialog").locator("[data-stance]")).to_contain_text("second finding")
    page.goto(f"{served}/learn/claims/{claim}.html")
    expect(page.locator(f"#{second.slug}-{finding_anchor(second.case, second.finding)}")).to_contain_text(
        "second finding"
    )


def test_the_dialog_names_the_place_and_leads_to_the_case_before_it_tells(matrix: Page, told: CaseFinding) -> None:
    matrix.locator(cell(matrix, told)).click()
    dialog = matrix.get_by_role("dialog")
    expect(dialog.locator("h2")).to_have_text(typographic(titled(told.case.title, told.case.place)))
    expect(dialog).not_to_contain_text(typographic(told.finding.text))
    dialog.get_by_role("link", name="Read the case").click()
    expect(matrix.locator("h1")).to_have_text(typographic(told.case.title))


def test_from_a_memory_stick_it_tells_too(page: Page, built_site: Path, told: CaseFinding) -> None:
    page.goto((built_site / MATRIX).as_uri())
    page.locator(cell(page, told)).click()
    page.get_by_role("dialog").get_by_role("button", name="Show what happened").click()
    expect(page.get_by_role("dialog")).to_contain_text(typographic(told.finding.text))


def test_without_script_a_cell_leads_to_the_claim_page_and_on_to_the_case(
    browser: object, served: str, told: CaseFinding
) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{served}/{MATRIX}")
    expect(page.locator(".matrix-choices")).to_be_hidden()
    page.locator(f'.matrix-table a[data-finding="{mark_of(told)}"][data-claim="{CLAIM}"]').click()
    place = page.locator(f"#{told.slug}-{finding_anchor(told.case, told.finding)}")
    expect(place).to_be_visible()
    place.get_by_role("link", name="Show what happened").click()
    expect(page.locator(f"#{finding_anchor(told.case, told.finding)}")).to_contain_text(typographic(told.finding.text))
    context.close()


FIRST = 10
"""How many cases the small matrix holds."""


@pytest.fixture
def long_matrix(page: Page, served: str, library: Library) -> Page:
    """The page of the matrix as it would be if it held but ten cases."""
    page.set_viewport_size({"width": 1280, "height": 900})
    made = str(evidence_matrix(PageContext(library, MATRIX), FIRST))
    source = page.request.get(f"{served}/{MATRIX}").text()
    begin, end = "<evidence-matrix", "</evidence-matrix>"
    small = made[made.index(begin) : made.index(end)]
    html = source[: source.index(begin)] + small + source[source.index(end) :]
    script = as_script("matrix-rows", other_rows(library, FIRST))
    page.route(f"**/{MATRIX}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/data/matrix-rows.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(f"{served}/{MATRIX}")
    return page


def test_a_long_matrix_shows_its_first_cases_and_more_when_asked(long_matrix: Page, library: Library) -> None:
    rows, more = long_matrix.locator("tbody tr"), long_matrix.get_by_role("button", name="Show more cases")
    expect(rows).to_have_count(FIRST)
    expect(long_matrix.locator(".matrix-status")).to_contain_text("Not all the cases are on the page yet")
    more.press("Enter")
    expect(rows).to_have_count(2 * FIRST)
    ordered = sorted(library.cases.values(), key=lambda one: one.title.lower())
    assert focused(long_matrix) == typographic(ordered[FIRST].title)
    shown = 2 * FIRST
    while shown < len(library.cases):
        shown *= 2
        more.click()
        expect(rows).to_have_count(min(shown, len(library.cases)))
    expect(more).to_be_hidden()
    expect(long_matrix.locator(".matrix-status")).to_have_text("All cases are shown.")
    assert sorted(rows.locator("th a").all_inner_texts()) == sorted(typographic(one.title) for one in ordered)


def test_a_row_that_came_later_is_like_one_of_the_page(long_matrix: Page, served: str) -> None:
    shape = """() => Object.fromEntries([...document.querySelectorAll("tbody tr")].map(row => [row.dataset.case,
      row.outerHTML.replace(/\\s+/g, " ").replace(/ ?(<|>) ?/g, "$1").replace(/ tabindex="[-0-9]+"/g, "")]))"""
    more, rows = long_matrix.get_by_role("button", name="Show more cases"), long_matrix.locator("tbody tr")
    while more.is_visible():
        count = rows.count()
        more.click()
        expect(rows.nth(count)).to_be_visible()
    later = long_matrix.evaluate(shape)
    long_matrix.unroute_all()
    long_matrix.goto(f"{served}/{MATRIX}")
    whole = long_matrix.evaluate(shape)
    assert {slug for slug, row in whole.items() if later[slug] != row} == set()


def test_an_address_finds_cases_beyond_the_first_and_their_cells_open(
    long_matrix: Page, served: str, library: Library
) -> None:
    last = max(library.cases, key=lambda slug: library.cases[slug].title.lower())
    case = library.cases[last]
    long_matrix.goto(f"{served}/index.html")
    long_matrix.goto(f"{served}/{MATRIX}#countries={case.country}&sort=begins")
    row = long_matrix.locator(f'tbody tr[data-case="{last}"]')
    while not row.is_visible():
        long_matrix.get_by_role("button", name="Show more cases").click()
        long_matrix.locator(f"tbody tr:nth-child({FIRST + 1})").wait_for()
    row.get_by_role("button").first.click()
    dialog = long_matrix.get_by_role("dialog")
    expect(dialog.locator("h2")).to_have_text(typographic(titled(case.title, case.place)))
    dialog.get_by_role("button", name="Show what happened").click()
    expect(dialog.locator(".told-sources li").first).to_be_visible()


def test_the_list_of_a_long_matrix_has_the_cases_of_its_table(long_matrix: Page, library: Library) -> None:
    long_matrix.get_by_role("button", name="Show more cases").click()
    expect(long_matrix.locator("tbody tr")).to_have_count(2 * FIRST)
    signs = "[...document.querySelectorAll('td button')].map(one => one.dataset.finding + one.dataset.claim).sort()"
    lines = "[...document.querySelectorAll('.matrix-list li button')].map(one => one.dataset.finding + one.dataset.claim).sort()"
    assert long_matrix.evaluate(signs) == long_matrix.evaluate(lines)
    assert long_matrix.evaluate(
        "[...document.querySelectorAll('.stance-group')].every(group => group.hidden === !group.querySelector('li'))"
    )


def test_cases_that_do_not_come_are_not_missed_in_silence(long_matrix: Page) -> None:
    long_matrix.unroute("**/data/matrix-rows.js")
    long_matrix.route("**/data/matrix-rows.js", lambda route: route.abort())
    long_matrix.get_by_role("button", name="Show more cases").click()
    expect(long_matrix.locator(".matrix-status")).to_contain_text("could not be loaded")
    expect(long_matrix.locator("tbody tr")).to_have_count(FIRST)


def paper(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_it_prints_claim_by_claim_on_a4_and_as_a_table_on_a3(matrix: Page, library: Library) -> None:
    matrix.evaluate("() => { globalThis.print = () => {} }")
    first = paper(matrix)
    assert [round(float(side)) for side in first.pages[0].mediabox[2:]] == [595, 842]
    by_claim = " ".join("".join(sheet.extract_text() for sheet in first.pages).split())
    assert "Each row is a case, each column a claim" not in by_claim
    assert all(typographic(claim.statement) in by_claim for claim in library.claims.values())
    matrix.get_by_role("button", name="Print as a table").click()
    table = paper(matrix)
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in table.pages} == {(1191, 842)}
    words = " ".join("".join(sheet.extract_text() for sheet in table.pages).split())
    assert "Each row is a case, each column a claim" in words
    assert all(typographic(case.title) in words for case in library.cases.values())


def test_a_claim_page_shows_one_finding_or_all(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/learn/claims/{CLAIM}.html")
    told = library.findings[CLAIM]
    expect(page.locator(".told-finding")).to_have_count(0)
    one = page.locator(f"#{told[0].slug}-{finding_anchor(told[0].case, told[0].finding)}")
    one.get_by_role("button", name="Show what happened").focus()
    page.keyboard.press("Enter")
    expect(one).to_contain_text(typographic(told[0].finding.text))
    expect(one.get_by_role("button", name="Hide what happened")).to_be_focused()
    expect(page.locator(".told-finding")).to_have_count(1)
    page.get_by_role("button", name="Show what happened in all these cases").press("Enter")
    expect(page.locator(".told-finding")).to_have_count(len(told))
    page.get_by_role("button", name="Hide what happened in all these cases").press("Enter")
    expect(page.locator(".told-finding")).to_have_count(0)


def test_a_finding_says_what_it_cannot_show(page: Page, served: str, built_site: Path, told: CaseFinding) -> None:
    script = (built_site / f"data/claims/{CLAIM}.js").read_text(encoding="utf-8")
    with_limits, changed = re.subn(r'"limits":"[^"]*"', '"limits":"Nobody counted them."', script, count=1)
    assert changed == 1
    page.route("**/data/claims/*", lambda route: route.fulfill(body=with_limits, content_type="text/javascript"))
    page.goto(f"{served}/learn/claims/{CLAIM}.html")
    page.get_by_role("button", name="Show what happened in all these cases").press("Enter")
    told = page.locator(".told-finding .limits:visible").filter(has_text="Nobody counted them.")
    expect(told).to_have_text("Limits: Nobody counted them.")


def test_texts_that_cannot_be_loaded_are_not_missed_in_silence_and_can_be_asked_for_again(
    page: Page, served: str
) -> None:
    page.route("**/data/claims/*", lambda route: route.abort())
    page.goto(f"{served}/learn/claims/{CLAIM}.html")
    show = page.get_by_role("button", name="Show what happened in all these cases")
    show.click()
    expect(page.get_by_role("alert")).to_have_text("The texts could not be loaded. You can read them in the case.")
    page.unroute("**/data/claims/*")
    show.click()
    expect(page.locator(".told-finding")).not_to_have_count(0)
    expect(page.get_by_role("alert")).to_be_hidden()
