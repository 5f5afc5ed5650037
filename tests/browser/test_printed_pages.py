"""Reading pages and sessions as a printer gets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from printing import WIDE, last_lines, letters, printed, words_of

from casebook.checking.load import load
from casebook.components.facilitate.session_sheets import LARGER
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
LIBRARY = load(Path(__file__).resolve().parents[2])
LONG = [f"cases/{slug}.html" for slug in LIBRARY.cases] + [
    "exercises/the-thing-we-do-not-say.html",
    "exercises/network-health-check.html",
]
OPEN = "@media print { what-happened, what-happened > .held { display: block !important; } }"
"""Everything opened: what stands after an ending is printed too."""
SESSIONS = list(LIBRARY.sessions)


@pytest.mark.parametrize("share", range(4))
def test_no_heading_is_left_behind_at_the_foot_of_a_printed_page(browser: Browser, served: str, share: int) -> None:
    """Every case, and two exercises.

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
def test_the_plan_of_a_session_prints_on_one_page_with_its_minutes_and_without_its_links(
    browser: Browser, served: str, session: str
) -> None:
    paper = printed(browser, f"{served}/facilitate/sessions/{session}.html", style=WIDE)
    assert len(paper.pages) == 1
    words = words_of(paper)
    for step in LIBRARY.sessions[session].steps:
        assert letters(typographic(step.text)) in words
    for dead in ("Print everything", "Every decision", "By theme", "Print this plan"):
        assert letters(dead) not in words


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
    assert page.locator(".how-many a").count() == listed.count(), "each can be opened alone"


@pytest.mark.parametrize("session", SESSIONS)
def test_the_pack_of_a_session_holds_each_sheet_whole_behind_a_page_that_says_how_many(
    browser: Browser, page: Page, served: str, session: str
) -> None:
    address = f"{served}/facilitate/sessions/{session}/pack.html"
    page.goto(address)
    alone = page.locator(".how-many a").evaluate_all("all => all.map((one) => one.href)")[1:]
    wanted = [one for one in alone if not one.endswith(tuple(f"#{name}" for name in LARGER))]
    pages = [letters(one.extract_text()) for one in printed(browser, address, style=WIDE).pages]
    apart = [
        letters(name + how)
        for name, how in zip(
            page.locator(".stop-page p:first-child").all_inner_texts(),
            page.locator(".stop-page .many").all_inner_texts(),
            strict=True,
        )
    ]
    places = [next(number for number, words in enumerate(pages) if words.endswith(text)) for text in apart]
    lengths = [end - start - 1 for start, end in zip(places, [*places[1:], len(pages)], strict=True)]
    assert places[0] == 1, "the plan takes one page"
    assert lengths == [len(printed(browser, one, style=WIDE).pages) for one in wanted]
