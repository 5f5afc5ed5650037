"""The sheets of the exercises, as a printer gets them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from casebook.library.library import Library
from casebook.schema.exercise_parts import Scenes

pytestmark = pytest.mark.browser
A4, A4_ACROSS, A3, A3_ACROSS = (595, 842), (842, 595), (842, 1191), (1191, 842)


def printed(page: Page, address: str) -> PdfReader:
    page.goto(address)
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def text(pdf: PdfReader) -> str:
    return " ".join(" ".join(spelt_out(one.extract_text()).split()) for one in pdf.pages)


def spelt_out(text: str) -> str:
    """The text without the ligatures that a printed page joins letters to: fi for ﬁ."""
    return normalize("NFKC", text)


def sizes(pdf: PdfReader) -> set[tuple[int, int]]:
    return {(round(float(one.mediabox.width)), round(float(one.mediabox.height))) for one in pdf.pages}


def near(found: set[tuple[int, int]], wanted: tuple[int, int]) -> bool:
    return all(abs(width - wanted[0]) <= 2 and abs(height - wanted[1]) <= 2 for width, height in found)


def test_the_health_check_fills_a_sheet_of_two_sides_and_one_for_the_group(page: Page, served: str) -> None:
    pdf = printed(page, f"{served}/exercises/network-health-check/paper.html#sheet")
    assert near(sizes(pdf), A4)
    assert len(pdf.pages) == 3
    assert "Hearing both ends" in pdf.pages[2].extract_text()


def test_the_wall_sheet_is_a3_across_one_table_a_page(page: Page, served: str) -> None:
    pdf = printed(page, f"{served}/exercises/network-health-check/paper.html#wall")
    assert near(sizes(pdf), A3_ACROSS)
    assert len(pdf.pages) == 2


def test_the_peer_sheet_is_one_page_in_the_third_person(page: Page, served: str) -> None:
    pdf = printed(page, f"{served}/exercises/leading-without-the-badge/paper.html#peer")
    assert len(pdf.pages) == 1
    said = text(pdf)
    assert said.count("This colleague") == 30
    assert " I asked" not in said


def test_the_story_sheet_holds_no_consequence_and_the_key_holds_all(page: Page, served: str, library: Library) -> None:
    story = next(part for part in library.exercises["planning-room"].parts if isinstance(part, Scenes))
    then = [option.then.split(".")[0].split(";")[0] for scene in story.scenes for option in scene.options]
    sheet, key = (
        text(printed(page, f"{served}/exercises/planning-room/paper.html#{name}")) for name in ("sheet", "key")
    )
    assert [words for words in then if words in sheet and len(words) > 12] == []
    assert [words for words in then if words not in key.replace("’", "'")] == []


def letters(text: str) -> str:
    return "".join(one for one in spelt_out(text).lower() if one.isalnum())


def test_the_key_of_a_story_can_be_cut_between_scenes_and_endings(page: Page, served: str, library: Library) -> None:
    story = next(part for part in library.exercises["planning-room"].parts if isinstance(part, Scenes))
    pages = [
        letters(one.extract_text()) for one in printed(page, f"{served}/exercises/planning-room/paper.html#key").pages
    ]
    for scene in story.scenes:
        told = [letters(option.then) for option in scene.options]
        assert [here for here in pages if any(words in here for words in told)] == [
            here for here in pages if all(words in here for words in told)
        ]
    last = [here for here in pages if any(letters(ending.text) in here for ending in story.endings)]
    assert len(last) == 1
    assert all(letters(ending.text) in last[0] for ending in story.endings)
    assert not any(
        letters(option.then) in last[0] for scene in story.scenes for option in scene.options if len(option.then) > 25
    )
    page.emulate_media(media="print")
    strips = page.locator(".key-strip")
    assert strips.count() == len(story.scenes) + 2
    for strip in strips.all():
        assert strip.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
        assert "The planning room" in strip.inner_text()


@pytest.mark.parametrize(
    "slug", ["form-follows-work", "managed-to-death", "what-this-network-cannot-fix-yet", "will-it-hold-on-monday"]
)
def test_cards_stand_whole_on_sheets_of_a4(page: Page, served: str, slug: str) -> None:
    pdf = printed(page, f"{served}/exercises/{slug}/paper.html#cards")
    assert near(sizes(pdf), A4)
    assert len(pdf.pages) == page.locator(".card-sheet").count()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(190 / 25.4 * 96), "height": 1000})
    cut = page.locator(".card-sheet header, .cut-cards li").evaluate_all(
        "all => all.filter(one => one.scrollHeight > one.clientHeight + 1).map(one => one.innerText)"
    )
    assert cut == []
    assert (
        page.locator(".card-words").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        >= 20 / 72 * 96 - 0.1
    )


def test_each_tally_sheet_is_one_page(page: Page, served: str, library: Library) -> None:
    for slug, exercise in library.exercises.items():
        if exercise.pool == "never":
            continue
        pdf = printed(page, f"{served}/exercises/{slug}/paper.html#tally")
        assert len(pdf.pages) == 1, slug
        assert near(sizes(pdf), A3 if slug == "network-health-check" else A4_ACROSS), slug
        cut = page.locator(".tally-table :is(th, td)").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"
        )
        assert cut == [], slug


def test_prompt_cards_that_are_kept_back_begin_a_page_of_the_sheet(page: Page, served: str) -> None:
    first, *rest = [
        one.extract_text() for one in printed(page, f"{served}/exercises/managed-to-death/paper.html#sheet").pages
    ]
    assert "We were asked for weekly assurance" not in first
    assert any("Keep these cards back until the round of causes is over." in " ".join(one.split()) for one in rest)


def test_large_print_is_large(page: Page, served: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{served}/exercises/network-health-check/paper.html#large-print")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    for place in (
        ".paper-rating th[scope='row']",
        ".paper-rating .tick",
        ".hint",
        ".lede",
        "h2",
        ".paper-part > p",
        ".paper-warnings li",
    ):
        assert page.locator(f".exercise-sheet {place}").first.evaluate(size) >= 23.5, place


@pytest.mark.parametrize("slug", ["form-follows-work", "what-this-network-cannot-fix-yet", "managed-to-death"])
def test_large_print_spells_out_each_answer_to_a_card_or_a_pair(page: Page, served: str, slug: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{served}/exercises/{slug}/paper.html#large-print")
    size, label = "e => parseFloat(getComputedStyle(e).fontSize)", "e => getComputedStyle(e, '::after').content"
    for place in page.locator(".tick").all():
        assert place.evaluate(size) >= 23.5
        assert place.evaluate(label) != "none"


def test_a_table_of_rows_to_write_stands_on_one_page(page: Page, served: str, library: Library) -> None:
    """A sheet is 182 mm wide and 268 mm high inside its margins; what is higher would be torn apart."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(182 / 25.4 * 96), "height": 1000})
    torn = []
    for slug in library.exercises:
        page.goto(f"{served}/exercises/{slug}/paper.html#sheet")
        parts = page.locator(".paper-part:has(.fill-rows)").evaluate_all(
            "all => all.map(one => [one.innerText.slice(0, 40), one.offsetHeight])"
        )
        torn += [f"{slug}: {words}" for words, height in parts if height > 268 / 25.4 * 96]
    assert torn == []


def test_sheets_print_the_same_without_script_and_from_a_memory_stick(
    page: Page, browser: Browser, served: str, built_site: Path
) -> None:
    path = "exercises/what-this-network-cannot-fix-yet/paper.html#sheet"
    with_script = text(printed(page, f"{served}/{path}"))
    context = browser.new_context(java_script_enabled=False)
    without = text(printed(context.new_page(), f"{built_site.as_uri()}/{path}"))
    context.close()
    assert with_script == without
    assert "Print this page" not in with_script


def test_every_exercise_page_prints_its_statements(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/network-health-check.html")
    page.locator("[data-item='tell-a-stranger'] input[value='4']").check()
    page.locator("[data-show-picture]").click()
    said = text(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))))
    assert "Any of us could tell a stranger" in said
    assert "It is not evidence for assurance" in said
    assert "Delete from this device" not in said
