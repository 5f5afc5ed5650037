"""Compare in a real browser: chosen by keyboard, shared by address, printed, on a phone, from a memory stick."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
TWO = "#cases=nottingham,stroke-london-manchester/london"


@pytest.fixture
def compare_page(page: Page, served: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served}/cases/compare.html")
    expect(page.get_by_role("status")).to_have_text("Choose two cases, or two parts of one case.")
    return page


def test_the_first_line_says_that_it_tells_endings(compare_page):
    assert "tells how cases ended" in compare_page.locator("h1 + p").inner_text()


def test_two_cases_are_chosen_by_keyboard_and_stand_side_by_side(compare_page, library):
    page = compare_page
    for label, slug in (("First", "nottingham"), ("Second", "dudley")):
        select = page.get_by_label(label, exact=True)
        select.focus()
        page.keyboard.type(library.cases[slug].title)
        page.keyboard.press("Tab")
        expect(select).to_have_value(slug)
    expect(
        page.get_by_role("columnheader", name=re.compile(re.escape(library.cases["nottingham"].title)))
    ).to_be_visible()
    expect(page.get_by_role("columnheader", name=re.compile(re.escape(library.cases["dudley"].title)))).to_be_visible()
    expect(page).to_have_url(re.compile("#cases=nottingham,dudley$"))


def test_only_what_is_compared_is_loaded(compare_page):
    page = compare_page
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]) if "/data/" in request.url else None
    )
    page.get_by_label("First", exact=True).select_option("nottingham")
    page.get_by_label("Second", exact=True).select_option("dudley")
    expect(page.get_by_role("table")).to_be_visible()
    assert sorted(asked) == ["dudley.js", "nottingham.js"]


def test_an_address_opens_the_comparison_of_a_case_and_a_part(page: Page, served: str, library):
    page.goto(f"{served}/cases/compare.html{TWO}")
    table = page.get_by_role("table")
    expect(table.locator("thead th")).to_have_count(2)
    expect(table.locator("thead th").nth(1)).to_contain_text("London")
    manchester = {
        one.text for one in library.cases["stroke-london-manchester"].findings if one.part not in (None, "london")
    }
    shown = table.inner_text()
    assert manchester
    assert [text for text in manchester if text[:60] in shown] == []


def test_every_finding_of_both_stands_under_its_claim_with_stance_in_words(page: Page, served: str, library):
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley")
    expect(page.get_by_role("table")).to_be_visible()
    findings = [*library.cases["nottingham"].findings, *library.cases["dudley"].findings]
    expect(page.locator(".compared-finding")).to_have_count(len(findings))
    for finding in findings:
        row = page.locator(
            "tr", has=page.get_by_role("rowheader", name=library.claims[finding.claim].statement, exact=True)
        )
        expect(row.locator(".stance-mark", has_text=re.compile(finding.stance, re.IGNORECASE)).first).to_be_visible()


def test_claims_stand_in_the_order_of_the_founding_article(page: Page, served: str, library):
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley")
    expect(page.get_by_role("table")).to_be_visible()
    statements = [claim.statement for claim in library.claims.values()]
    shown = [one for one in page.locator("th[scope=row]").all_text_contents() if one in statements]
    assert len(shown) > 3
    assert shown == [one for one in statements if one in shown]


def test_forms_stand_on_one_band_and_again_in_words(page: Page, served: str, library):
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley")
    expect(page.get_by_role("table")).to_be_visible()
    forms = [form for slug in ("nottingham", "dudley") for form in library.cases[slug].forms]
    expect(page.locator(".compare-band .bar")).to_have_count(sum(form.when is not None for form in forms))
    words = page.get_by_role("row", name=re.compile("^How it was organised")).inner_text()
    assert [
        form.label
        for form in forms
        if form.label not in words.replace("’", "'").replace("\n", " ") and form.label not in words
    ] == []


def test_the_same_case_twice_is_one_and_asks_for_another(compare_page):
    page = compare_page
    page.get_by_label("First", exact=True).select_option("nottingham")
    page.get_by_label("Second", exact=True).select_option("nottingham")
    expect(page.get_by_role("status")).to_have_text("Choose two cases, or two parts of one case.")
    expect(page.get_by_role("table")).to_have_count(0)


def test_nonsense_in_the_address_does_no_harm(page: Page, served: str):
    issues: list[str] = []
    page.on("pageerror", lambda error: issues.append(str(error)))
    page.goto(f"{served}/cases/compare.html#cases=../../secret,<b>,nottingham")
    expect(page.get_by_role("status")).to_have_text("Choose two cases, or two parts of one case.")
    expect(page.get_by_label("First", exact=True)).to_have_value("nottingham")
    assert issues == []


def test_a_case_that_does_not_come_is_named_as_a_failure(page: Page, served: str):
    page.route("**/data/dudley.js", lambda route: route.abort())
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley")
    expect(page.get_by_role("status")).to_have_text("A case could not be loaded.")


def test_on_a_phone_the_columns_stand_one_under_the_other_each_with_its_name(page: Page, served: str, library):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley,dorset")
    expect(page.locator(".compare-table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    labels = page.locator("td[data-label]").evaluate_all(
        "cells => [...new Set(cells.map(cell => getComputedStyle(cell, '::before').content.slice(1, -1)))]"
    )
    assert len(labels) == 3
    left = page.locator("td[data-label]").evaluate_all(
        "cells => [...new Set(cells.map(cell => Math.round(cell.getBoundingClientRect().left)))]"
    )
    assert len(left) == 1


def test_two_parts_of_one_case_are_named_apart_and_told_once(page: Page, served: str, library):
    case = library.cases["stroke-london-manchester"]
    page.goto(f"{served}/cases/compare.html#cases=stroke-london-manchester/london,stroke-london-manchester/manchester")
    expect(page.get_by_role("status")).to_have_text(
        f"Side by side: {case.title}: London; {case.title}: Greater Manchester"
    )
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    assert table.inner_text().count(typographic(case.summary)) == 1
    assert table.inner_text().count(typographic(case.after_all)) == 1
    expect(
        page.locator("tr", has=page.get_by_role("rowheader", name="Where it begins", exact=True)).locator("td")
    ).to_have_attribute("colspan", "2")


def test_no_sentence_begins_in_lower_case(page: Page, served: str):
    page.goto(f"{served}/cases/compare.html#cases=stroke-london-manchester,keystone-michigan")
    expect(page.get_by_role("table")).to_be_visible()
    words = [" ".join(one.split()) for one in page.locator("tbody td p").all_inner_texts()]
    assert any("a hyperacute stroke unit: 17, for about ten units (2008, uncertain)." in one for one in words)
    assert [one for one in words if re.search(r"[a-z)]\. [a-z]|^[a-z]", one)] == []


def test_it_works_from_a_memory_stick(page: Page, built_site):
    page.goto(f"{(built_site / 'cases/compare.html').as_uri()}{TWO}")
    expect(page.locator(".compare-table thead th")).to_have_count(2)
    link = page.locator(".compare-table .citation a").first.get_attribute("href") or ""
    target = (built_site / "cases" / link.partition("#")[0]).resolve()
    assert target.exists()
    assert f'id="{link.partition("#")[2]}"' in target.read_text()


def test_it_prints_on_wide_pages_with_every_column_and_no_form(page: Page, served: str, library):
    page.goto(f"{served}/cases/compare.html#cases=nottingham,dudley")
    expect(page.get_by_role("table")).to_be_visible()
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    words = " ".join(" ".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in paper.pages)
    assert library.cases["nottingham"].title in words
    assert library.cases["dudley"].title in words
    assert "Third, if you like" not in words


def test_without_script_it_says_what_to_do_instead(browser: Browser, served: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cases/compare.html")
    instead = re.search(r"<noscript>(.*?)</noscript>", page.content(), re.DOTALL)
    assert instead
    assert "open the cases in two windows" in instead[1]
    expect(page.locator("select")).to_have_count(4)
    assert all(not one.is_visible() for one in page.locator("select").all())
    context.close()
