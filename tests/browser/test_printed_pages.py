"""Reading pages and sessions as a printer gets them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from printing import NARROW, WIDE, last_lines, letters, printed, words_of
from pypdf import PdfReader

from casebook.components.facilitate.session_steps import steps_of
from casebook.render.context import PageContext
from casebook.text.markdown import typographic
from real_library import real_library

pytestmark = pytest.mark.browser
LIBRARY = real_library()
LONG = [f"cases/{slug}.html" for slug in LIBRARY.cases] + [
    "exercises/the-thing-we-do-not-say.html",
    "exercises/network-health-check.html",
]
OPEN = "@media print { what-happened, what-happened > .held { display: block !important; } }"
"""Everything opened: what stands after an ending is printed too."""
SESSIONS = list(LIBRARY.sessions)


@pytest.mark.parametrize("share", [0, *(pytest.param(share, marks=pytest.mark.reach) for share in (1, 2, 3))])
def test_no_heading_is_left_behind_at_the_foot_of_a_printed_page(browser: Browser, served: str, share: int) -> None:
    """Every case, and two exercises; three quarters of them by `make reach` only.

    It reads words, so it fails too where a picture or an empty box alone follows a heading on its page.
    """
    behind = []
    for path in LONG[share::4]:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{served}/{path}")
        headings = {
            letters(words) for words in page.locator("#content :is(h2, h3, h4, caption, legend)").all_text_contents()
        } - {""}
        context.close()
        for number, lines in enumerate(last_lines(printed(browser, f"{served}/{path}", style=OPEN)), 1):
            found = [
                heading for heading in headings if any(heading == "".join(lines[-count:]) for count in range(1, 5))
            ]
            behind += [f"{path}, page {number}: {heading}" for heading in found]
    assert behind == []


@pytest.mark.parametrize("session", SESSIONS)
def test_the_plan_of_a_session_prints_on_its_sides_with_its_minutes_and_without_its_links(
    browser: Browser, served: str, session: str
) -> None:
    address = f"{served}/facilitate/sessions/{session}.html"
    paper = printed(browser, address, style=WIDE)
    ctx = PageContext(LIBRARY, "facilitate/sessions/x.html")
    assert len(paper.pages) == 1 + str(ctx.use.session_plan(session)).count("data-new-side")
    words = words_of(paper)
    for step in steps_of(ctx, LIBRARY.sessions[session]):
        assert any(letters(typographic(one.text)) in words for one in step.words), step.title
    for dead in ("Print everything", "All decisions", "Choose another decision", "Print this plan"):
        assert letters(dead) not in words
    if LIBRARY.sessions[session].decision:
        longest = max(
            (len(teaching.opening or "") + len(teaching.close or ""), f"{slug}/{one.id}")
            for slug, case in LIBRARY.cases.items()
            for one in case.decisions
            if (teaching := one.teaching)
        )[1]
        assert len(printed(browser, f"{address}?decision={longest}", style=WIDE).pages) == len(paper.pages)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_prints_at_a_button_and_leads_to_everything_it_needs(page: Page, served: str, session: str) -> None:
    page.add_init_script("window.print = () => document.title = 'printed'")
    page.goto(f"{served}/facilitate/sessions/{session}.html")
    page.get_by_role("button", name="Print this plan").click()
    assert page.title() == "printed"
    page.get_by_role("link", name="Print everything", exact=True).first.click()
    page.wait_for_url("**/pack.html")
    listed = page.locator(".how-many li")
    assert listed.count() == 1 + len(LIBRARY.sessions[session].print_)
    assert page.locator(".how-many li a").count() == listed.count(), "each can be opened alone"


@pytest.mark.parametrize("session", SESSIONS)
def test_the_pack_of_a_session_holds_each_sheet_whole_on_paper_of_its_own(
    browser: Browser, page: Page, served: str, session: str
) -> None:
    """What the list says of its pages is true in wide and in narrow letters, and each sheet takes as many as alone."""
    address = f"{served}/facilitate/sessions/{session}/pack.html"
    page.goto(address)
    alone = page.locator(".how-many li a").evaluate_all("all => all.map((one) => one.href)")
    said = [
        re.findall(r"\(pages? (\d+)(?: to (\d+))?\)", one) for one in page.locator(".how-many li").all_inner_texts()
    ]
    places = [(int(found[0][0]), int(found[0][1] or found[0][0])) for found in said]
    assert [first % 2 for first, _ in places] == [1] * len(places), "each begins a sheet of paper"
    lengths = [len(printed(browser, one, style=WIDE).pages) for one in alone]
    assert [last - first + 1 for first, last in places] == lengths
    for style in (WIDE, NARROW):
        assert len(printed(browser, address, style=style).pages) == places[-1][1]


def outcomes_first(pages: list[str]) -> str:
    """The first printed outcome sheet, as letters."""
    return next(words for words in pages if "outcomesheet" in words[:60] and "follow" not in words)


def test_a_session_is_printed_for_fourteen_in_one_job(
    browser: Browser, page: Page, served: str, built_site: Path
) -> None:
    """Chosen, and asked for fourteen people: as many pages as it says, from the web and from a disk."""
    for start in (served, built_site.as_uri()):
        page.goto(f"{start}/facilitate/sessions/45-minutes.html")
        page.get_by_label("How many are you?").fill("14")
        page.get_by_role("button", name="Prepare the sheets").click()
        page.wait_for_url("**/pack.html?people=14")
        expect(page.get_by_label("Participant sheet")).to_have_value("14")
        told = page.locator("[data-sum]")
        expect(told).to_have_text("62 pages in one print job, on 31 sheets of paper.")
        for true_of_one_each in ("you get one of each sheet", "(page 3)", "Print all 8 pages"):
            expect(page.get_by_text(true_of_one_each).filter(visible=True)).to_have_count(0)
        sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == 62
        names = [letters(one.extract_text()) for one in sheets]
        assert sum("participantsheetshropshire" in words for words in names[::2]) == 14
        assert sum("outcomesheetshropshire" in words for words in names[::2]) == 14
        backs = [
            words for words in names[1::2] if "participantsheetshropshire" in words or "outcomesheetshropshire" in words
        ]
        assert backs == [], "nothing stands on the back of a sheet that is handed out"
        stop = [place for place, words in enumerate(names) if "stopoutcomesheetsfollow" in words]
        outcomes = [place for place, words in enumerate(names) if "outcomesheetshropshire" in words]
        assert stop == [outcomes[0] - 2], "a sheet of paper says stop, and the outcomes follow"
        assert names[stop[0] + 1] == letters("Systems Leadership Casebook"), "its back is blank"
        page.get_by_label("Printed on one side").check()
        expect(told).to_have_text("33 pages in one print job, on 33 sheets of paper.")
        alone = [letters(one.extract_text()) for one in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]
        assert len(alone) == 33
        assert "stopoutcomesheetsfollow" in alone[alone.index(outcomes_first(alone)) - 1]
        page.get_by_label("Outcome sheet").fill("0")
        expect(told).to_have_text("18 pages in one print job, on 18 sheets of paper.")


def test_another_decision_takes_its_sheets_out_of_the_job_and_its_own_pack_takes_the_number_on(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/facilitate/sessions/45-minutes/pack.html?decision=parkinsonnet/open-or-chosen&people=14")
    expect(page.locator("[data-sum]")).to_have_text("2 pages in one print job, on 1 sheet of paper.")
    printed_words = "".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages)
    assert "participantsheetshropshire" not in letters(printed_words)
    page.get_by_role("link", name="Open the print pack for your decision").click()
    page.wait_for_url("**/parkinsonnet/open-or-chosen/room.html?people=14#pack")
    expect(page.get_by_label("Participant sheet")).to_have_value("14")
    expect(page.locator("[data-sum]")).to_have_text("60 pages in one print job, on 30 sheets of paper.")
    expect(page.locator(".how-many").get_by_text("(page").filter(visible=True)).to_have_count(0)
    sheets = [letters(one.extract_text()) for one in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    assert len(sheets) == 60
    assert "stopoutcomesheetsfollow" in sheets[sheets.index(outcomes_first(sheets)) - 2]


def test_a_pack_with_cards_says_how_long_cutting_takes(page: Page, served: str) -> None:
    page.goto(f"{served}/facilitate/sessions/half-day/pack.html?people=24")
    told = page.locator("[data-sum]")
    expect(told).to_contain_text("Cutting takes about")
    before = int(re.findall(r"\d+", told.inner_text())[0])
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == before
    page.get_by_label("Participant sheet: Form follows work").or_(page.get_by_label("Sheet: Form follows work")).fill(
        "0"
    )
    expect(told).not_to_contain_text(f"{before} pages")
