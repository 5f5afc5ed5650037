"""Finding one's way in a real browser: contents beside a page, links to sections, neighbours, colours, copying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.library.library import Library
from casebook.library.orders import in_order
from casebook.schema.kinds import EXERCISES

pytestmark = pytest.mark.browser

LONG = "about/method.html"
DARK, LIGHT = "rgb(20, 24, 29)", "rgb(251, 250, 246)"


def paper(page: Page) -> str:
    """The colour of the paper as it is painted."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def stored(page: Page) -> dict[str, str]:
    """Everything in the storage of the browser."""
    return dict(page.evaluate("({...localStorage})"))


@pytest.fixture
def wide(page: Page, served: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served}/{LONG}")
    return page


def test_contents_stand_beside_the_text_on_a_wide_screen_and_stay_in_sight(wide: Page) -> None:
    contents = wide.get_by_role("navigation", name="On this page")
    heading = wide.locator("h2").first
    box, text = contents.bounding_box(), heading.bounding_box()
    assert box
    assert text
    assert box["x"] > text["x"] + text["width"]
    wide.locator("h2").last.scroll_into_view_if_needed()
    expect(contents.get_by_role("link").first).to_be_in_viewport()


def test_contents_name_every_section_and_lead_to_it(wide: Page) -> None:
    contents = wide.get_by_role("navigation", name="On this page")
    named = [words.strip() for words in contents.get_by_role("link").all_text_contents()]
    assert named == [words.strip() for words in wide.locator("#content h2").all_text_contents()]
    contents.get_by_role("link", name="Second reading").click()
    expect(wide.get_by_role("heading", name="Second reading")).to_be_in_viewport()


def test_the_section_that_is_read_is_marked_and_no_other(wide: Page) -> None:
    current = wide.locator(".page-contents [aria-current]")
    wide.evaluate("scrollTo(0, document.getElementById('strength-of-evidence').offsetTop - 50)")
    expect(current).to_have_text("Strength of evidence")
    wide.evaluate("scrollTo(0, 0)")
    expect(current).to_have_count(0)


def test_on_a_narrow_screen_the_contents_are_folded_above_the_first_section(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{served}/{LONG}")
    contents = page.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="Limits")
    expect(link).to_be_hidden()
    contents.get_by_text("On this page").first.click()
    expect(link).to_be_visible()
    box, heading = contents.bounding_box(), page.locator("h2").first.bounding_box()
    assert box
    assert heading
    assert box["y"] + box["height"] <= heading["y"]
    link.click()
    expect(page.get_by_role("heading", name="Limits")).to_be_in_viewport()
    expect(link).to_be_hidden()


def test_without_script_the_contents_are_a_list_beside_the_text(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(f"{served}/{LONG}")
    expect(page.locator(".page-contents a").first).to_be_visible()
    page.close()


def test_the_sign_behind_a_heading_is_reached_by_keyboard_and_links_to_its_section(wide: Page) -> None:
    sign = wide.get_by_role("link", name="Link to this section: Limits")
    sign.focus()
    expect(sign).to_have_css("opacity", "1")
    box = sign.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    wide.keyboard.press("Enter")
    expect(wide).to_have_url(re.compile(r"#limits$"))


def test_an_exercise_leads_to_the_one_before_and_the_one_after_it_in_the_list(
    page: Page, served: str, library: Library
) -> None:
    row = in_order(library, EXERCISES)
    page.goto(f"{served}/exercises/{row[0][0]}.html")
    steps = page.get_by_role("navigation", name="Previous and next")
    expect(steps.get_by_role("link")).to_have_count(1)
    steps.get_by_role("link").click()
    expect(page).to_have_url(re.compile(rf"exercises/{row[1][0]}\.html$"))
    expect(steps.get_by_role("link").first).to_contain_text(row[0][1].title)


def test_the_foot_of_a_long_page_leads_to_its_top(wide: Page) -> None:
    wide.get_by_role("link", name="Back to the top").click()
    expect(wide.get_by_role("heading", level=1)).to_be_in_viewport()


def test_the_foot_of_a_page_names_its_file_and_leads_to_how_it_is_corrected(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/nottingham.html")
    expect(page.locator(".page-foot code")).to_have_text("cases/nottingham.yml")
    page.get_by_role("link", name="Correct this page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Correct a page")


def test_dark_colours_are_kept_when_they_are_chosen_and_forgotten_with_the_device(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{served}/index.html")
    assert (paper(page), stored(page)) == (LIGHT, {})
    page.get_by_role("radio", name="Dark").check()
    assert paper(page) == DARK
    page.goto(f"{served}/{LONG}")
    assert (paper(page), stored(page)) == (DARK, {"casebook:colours": "dark"})
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    page.get_by_role("radio", name="Match my device").check()
    assert (paper(page), stored(page)) == (LIGHT, {})


def test_light_colours_can_be_chosen_on_a_dark_device(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{served}/index.html")
    assert paper(page) == DARK
    page.get_by_role("radio", name="Light").check()
    assert paper(page) == LIGHT
    frames = "[...document.querySelectorAll('meta[name=theme-color]')].filter((m) => matchMedia(m.media).matches)"
    assert page.evaluate(f"{frames}.map((m) => m.content)") == ["#fbfaf6"]


def test_chosen_colours_stand_before_anything_is_painted(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{served}/index.html")
    page.get_by_role("radio", name="Dark").check()
    page.route("**/index.html", lambda route: route.fulfill(body=cut(route.fetch().text()), content_type="text/html"))
    page.goto(f"{served}/index.html")
    assert paper(page) == DARK


def cut(html: str) -> str:
    """A page that ends behind its first script, as a slow network shows it."""
    return html.partition("core.js")[0] + 'core.js"></script></body></html>'


def test_paper_stays_white_when_dark_colours_are_chosen(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    page.get_by_role("radio", name="Dark").check()
    page.emulate_media(media="print")
    assert paper(page) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_from_a_disk_colours_hold_for_the_page_and_nothing_is_stored(page: Page, built_site: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto((built_site / LONG).as_uri())
    expect(page.locator("colour-choice")).to_contain_text("applies to this page, and nothing is stored")
    page.get_by_role("radio", name="Dark").check()
    assert (paper(page), stored(page)) == (DARK, {})
    page.reload()
    assert paper(page) == LIGHT


def test_without_script_no_choice_of_colours_is_offered(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/index.html")
    expect(page.locator("colour-choice")).to_be_hidden()
    page.close()


@pytest.fixture
def case_end(page: Page, served: str) -> Iterator[Page]:
    """The end of a case, with all endings shown, in a browser that lets pages use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
    page.goto(f"{served}/cases/nottingham.html")
    for link in page.locator("what-happened > .show a").all():
        if link.is_visible():
            link.click()
    yield page
    page.context.clear_permissions()


def test_a_citation_and_the_address_are_copied_and_it_is_said(case_end: Page, served: str) -> None:
    cited = case_end.locator("#cite-text").inner_text()
    assert len(cited) > 40
    case_end.get_by_role("button", name="Copy the citation").click()
    expect(case_end.locator("copy-button[data-target=cite-text]").get_by_role("status")).to_have_text("Copied")
    assert case_end.evaluate("navigator.clipboard.readText()") == cited
    assert cited.endswith(f" {served}/cases/nottingham.html")
    case_end.get_by_role("button", name="Copy the address of this page").click()
    expect(case_end.locator("copy-button[data-target='']").get_by_role("status")).to_have_text("Copied")
    assert case_end.evaluate("navigator.clipboard.readText()") == f"{served}/cases/nottingham.html"


def test_from_a_disk_a_citation_keeps_the_address_within_the_site(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/nottingham.html").as_uri())
    expect(page.get_by_role("button", name="Copy the citation")).to_be_visible()
    expect(page.locator("#cite-text")).to_have_text(re.compile(r" cases/nottingham\.html$"))


def test_where_nothing_can_be_copied_the_text_is_selected_and_it_is_said(case_end: Page) -> None:
    case_end.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
    )
    case_end.get_by_role("button", name="Copy the citation").click()
    expect(case_end.locator("copy-button[data-target=cite-text]").get_by_role("status")).to_contain_text(
        "The text is selected"
    )
    chosen = case_end.evaluate("getSelection().toString()").strip()
    assert chosen == case_end.locator("#cite-text").inner_text()
