"""Reading pages and sessions as a printer gets them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from printing import WIDE, last_lines, letters, printed, words_of

from casebook.components.facilitate.session_sheets import LARGER
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
def test_the_pack_of_a_session_holds_each_sheet_whole_behind_a_page_that_says_how_many(
    browser: Browser, page: Page, served: str, session: str
) -> None:
    address = f"{served}/facilitate/sessions/{session}/pack.html"
    page.goto(address)
    alone = page.locator(".how-many li a").evaluate_all("all => all.map((one) => one.href)")[1:]
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
    margin = letters("Systems Leadership Casebook")
    places = [next(at for at, words in enumerate(pages) if words.removeprefix(margin) == text) for text in apart]
    lengths = [end - start - 1 for start, end in zip(places, [*places[1:], len(pages)], strict=True)]
    plan = f"{served}/facilitate/sessions/{session}.html"
    assert places[0] == len(printed(browser, plan, style=WIDE).pages), "the plan takes as many pages as alone"
    assert lengths == [len(printed(browser, one, style=WIDE).pages) for one in wanted]
