"""Deciding together on a laptop without a network: nothing of what happened is in the page before it is asked for, and
what may be sent to the publisher holds reasons and no counts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from in_the_room import Laptop, laptop, out_of_reach, wiped
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from test_reach import NARROW, WIDE

from casebook.library.library import Library
from casebook.site.room_decisions import room_case

pytestmark = pytest.mark.browser
CASE, DECISION = "shropshire", "break-the-tie"
ADDRESS = f"facilitate/decide-together.html#decision={CASE}/{DECISION}"


@pytest.fixture
def room(browser: Browser, built_site: Path) -> Iterator[Laptop]:
    with laptop(browser, built_site, viewport=WIDE) as lent:
        yield lent


def deciding(lent: Laptop, path: str = ADDRESS) -> Page:
    page = lent.open(path)
    expect(page.locator("[data-option]").first).to_be_visible()
    return page


def paper(page: Page) -> str:
    """What the page prints now, as words."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def test_what_happened_is_nowhere_before_it_is_asked_for_and_then_beside_what_was_expected(
    room: Laptop, library: Library
) -> None:
    page = deciding(room)
    fresh = page.locator("decide-together").inner_text()
    after = next(one for one in room_case(library, CASE)["decisions"] if one["id"] == DECISION)["after"]
    telling = [*(one["text"] for one in after["outcome"]), *after["unknown"], after["ours"]]
    assert len(telling) > 4
    assert set(page.locator("[data-became]").all_text_contents()) == {""}
    held = page.evaluate("document.documentElement.outerHTML")
    assert [text for text in telling if text in held] == []

    first = page.locator("[data-option]").first
    first.locator("[data-hands]").fill("731")
    first.locator("[data-reasons]").fill("- Nobody would wait\n- Nobody would wait\nIt is quick")
    page.locator("[data-prediction]").fill("A review within the year")
    page.locator("[data-reveal]").click()
    page.locator("[data-no]").click()
    assert page.locator("[data-outcome]").is_hidden(), "who says no sees nothing"
    page.locator("[data-reveal]").click()
    page.locator("[data-yes]").click()
    expect(page.locator("[data-outcome]")).to_be_focused()
    shown = page.locator("decide-together").inner_text()
    assert [text for text in telling if text not in shown] == []
    expect(page.locator("[data-outcome] section").first).to_contain_text("A review within the year")
    taken = page.locator(".is-taken").evaluate_all("every => every.map((one) => one.dataset.option)")
    assert sorted(taken) == sorted(after["taken"])
    for field in ("[data-hands]", "[data-prediction]"):
        assert page.locator(field).first.get_attribute("readonly") is not None, "said before, so it stays"

    # What is printed for the publisher: reasons, once each, and no count.
    assert page.locator("[data-heard] li").all_inner_texts() == ["Nobody would wait", "It is quick"]
    page.evaluate("window.print = () => {}")
    page.locator("[data-print-reasons]").click()
    reasons = paper(page)
    assert "Nobody would wait" in reasons
    assert f"{CASE}/{DECISION}" in reasons
    assert "731" not in reasons
    assert "A review within the year" not in reasons
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    whole = paper(page)
    assert "A review within the year" in whole
    assert "Heard in rooms" not in whole
    room.context.grant_permissions(["clipboard-read"])
    page.locator("[data-copy-reasons]").click()
    expect(page.locator("[data-status=heard]")).to_contain_text("Copied")
    assert "731" not in page.evaluate("navigator.clipboard.readText()")
    wiped(page, "decide-together", fresh, ["731", "Nobody would wait", "A review within", *telling])


def test_hands_that_cannot_be_counted_are_all_named_before_anything_is_shown(room: Laptop) -> None:
    page = deciding(room)
    typed = ["x", "12", "-2", "2.5"]
    for field, text in zip(page.locator("[data-hands]").all(), typed, strict=False):
        field.fill(text)
    page.locator("[data-reveal]").click()
    said = page.locator("[data-status=reveal]")
    for text in ("“x”", "“-2”", "“2.5”"):
        expect(said).to_contain_text(text)
    expect(said).not_to_contain_text("12")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("[data-outcome]").is_hidden()
    expect(page.locator("[data-hands]").first).to_be_focused()
    wrong = page.locator("[data-hands][aria-invalid=true]")
    expect(wrong).to_have_count(3)
    for _ in range(3):
        wrong.first.fill("")
    expect(wrong).to_have_count(0)
    page.locator("[data-reveal]").click()
    page.locator("[data-yes]").click()
    expect(page.locator("[data-outcome]")).to_be_focused()


def test_options_have_the_letters_by_which_the_paper_and_the_wall_call_them(room: Laptop, library: Library) -> None:
    for slug, id_ in ((CASE, DECISION), ("nottingham", library.cases["nottingham"].decisions[0].id)):
        page = deciding(room, f"facilitate/decide-together.html#decision={slug}/{id_}")
        here = page.locator(".room-option legend").all_inner_texts()
        assert here[0].startswith("A. ")
        page.goto(f"{room.site.as_uri()}/cases/{slug}/{id_}.html#participant")
        page.emulate_media(media="print")
        labels = page.locator(".participant-sheet tbody tr").evaluate_all(
            """every => every.map((one) => {
                const letter = getComputedStyle(one.querySelector('td.box'), '::after').content.replaceAll('"', '');
                return `${letter}. ${one.querySelector('th').firstChild.textContent.trim()}`;
            })"""
        )
        assert labels == here
        page.emulate_media(media="screen")
        page.goto(f"{room.site.as_uri()}/facilitate/room-view.html#session=45-minutes&decision={slug}/{id_}&step=3")
        page.locator("[data-start]").click()
        on_the_wall = page.locator(".screen-options[type=A] li").evaluate_all(
            """every => every.map((one) =>
                `${'ABCDEFGH'[[...one.parentElement.children].indexOf(one)]}. ${one.textContent}`)"""
        )
        assert on_the_wall == here


def test_the_question_of_a_role_is_printed_with_its_options(room: Laptop) -> None:
    page = deciding(room)
    first = page.locator(".room-seat").nth(1).locator("legend").first.inner_text()
    for lines in range(12, 40, 3):
        page.locator("[data-reasons]").first.fill("\n".join(["We would lose a year"] * lines))
        reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        sides = [" ".join(one.extract_text().split()) for one in reader.pages]
        (side,) = [text for text in sides if "Role 2." in text]
        assert first[:30] in side, f"after {lines} lines the options begin on the next side"


def test_another_decision_is_asked_about_while_something_is_typed(room: Laptop, library: Library) -> None:
    page = deciding(room)
    page.locator("[data-prediction]").fill("Delay")
    other = library.cases["nottingham"].decisions[0]
    page.evaluate(f"location.hash = 'decision=nottingham/{other.id}'")
    page.locator("[data-no]").click()
    expect(page.locator("[data-prediction]")).to_have_value("Delay")
    page.evaluate("location.hash = ''")
    page.evaluate(f"location.hash = 'decision=nottingham/{other.id}'")
    page.locator("[data-yes]").click()
    expect(page.locator("[data-asked]")).to_have_text(other.seats[0].question)
    expect(page.locator("[data-prediction]")).to_have_value("")


@pytest.mark.parametrize("name", ["nowhere/at-all", "nottingham/nothing", "../../x/y", "constructor/x"])
def test_a_decision_that_is_not_there_is_said_not_to_be(browser: Browser, built_site: Path, name: str) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(f"{built_site.as_uri()}/facilitate/decide-together.html#decision={name}")
    expect(page.locator("[data-status=chosen]")).to_contain_text("no such decision")
    assert page.locator("[data-deciding]").is_hidden()
    context.close()


def test_the_list_of_decisions_and_the_page_of_its_sheets_lead_there(room: Laptop) -> None:
    for path in ("cases/decisions.html", f"cases/{CASE}/{DECISION}/room.html"):
        page = room.open(path)
        page.get_by_role("link", name="Decide together").first.click()
        expect(page.locator("[data-option]").first).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_by_keyboard_alone_and_in_forced_colours(browser: Browser, built_site: Path, size: dict[str, int]) -> None:
    with laptop(browser, built_site, viewport=size, forced_colors="active") as lent:
        page = deciding(lent)
        assert out_of_reach(lent, page) == []
        page.locator("[data-reveal]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-no]")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-outcome]")).to_be_focused()
        assert out_of_reach(lent, page) == []
