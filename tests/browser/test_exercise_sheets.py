"""The sheets of the exercises, as a printer gets them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from casebook.library.library import Library
from casebook.schema.exercise_parts import Scenes

pytestmark = pytest.mark.browser
A4, A4_ACROSS = (595, 842), (842, 595)


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


def test_the_health_check_in_full_fills_two_sheets_and_its_short_form_one(page: Page, served: str) -> None:
    full, short = (
        printed(page, f"{served}/exercises/network-health-check/paper.html#{name}") for name in ("sheet", "short")
    )
    assert near(sizes(full) | sizes(short), A4)
    assert len(full.pages) == 4
    assert "Hearing both ends" in full.pages[3].extract_text()
    assert len(short.pages) == 2
    assert "Hearing both ends" not in text(short)
    assert "20 We are honest about shortages" in text(short)


def test_a_wall_sheet_is_one_table_across_with_a_blank_back(page: Page, served: str) -> None:
    pdf = printed(page, f"{served}/exercises/network-health-check/paper.html#wall")
    assert near(sizes(pdf), A4_ACROSS)
    assert [bool(one.extract_text().strip()) for one in pdf.pages] == [True, False, True, False]


def test_the_peer_sheet_is_one_sheet_of_paper_in_the_third_person(page: Page, served: str) -> None:
    pdf = printed(page, f"{served}/exercises/leading-without-the-badge/paper.html#peer")
    assert len(pdf.pages) == 2
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


def test_the_letters_of_choices_stand_inside_the_paper_in_large_print(page: Page, served: str) -> None:
    """A letter and its full stop, at 18 points, need more than an em: what is left of the sheet is cut off."""
    for name in ("large-print", "sheet"):
        page.goto(f"{served}/exercises/planning-room/paper.html#{name}")
        page.emulate_media(media="print")
        ems = page.locator(f".for-{name} .paper-options").first.evaluate(
            "one => parseFloat(getComputedStyle(one).paddingLeft) / parseFloat(getComputedStyle(one).fontSize)"
        )
        assert ems >= 1.5, name


def test_a_trio_shares_one_sheet_and_one_key_and_no_trio_is_of_two(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/exercises/planning-room/paper.html?people=14#pack")
    expect(page.locator("[data-tables]")).to_have_text("14 people: 4 tables, with 3 or 4 people at each.")
    for name in ("Participant sheet", "Seat cards", "Key to your own result"):
        expect(page.get_by_label(name, exact=True)).to_have_value("4")
    expect(page.get_by_label("Learning note")).to_have_value("14")
    page.get_by_role("spinbutton", name="How many are you?").fill("2")
    expect(page.locator("[data-tables]")).to_have_text("Too few people: a table needs 3 or more.")
    page.goto(f"{served}/exercises/planning-room/paper.html")
    expect(page.get_by_text("One for each table, A4.")).to_be_visible()
    said = library.exercises["planning-room"]
    assert not any("story sheet" in text for text in (*said.materials, said.adapt.paper or "")), "no sheet is called so"


def test_a_role_round_for_fourteen_is_printed_for_two_tables(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/the-key-to-the-cupboard/paper.html?people=14#pack")
    expect(page.locator("[data-tables]")).to_have_text("14 people: 2 tables, with 7 people at each.")
    expect(page.get_by_text("you get one of each sheet").filter(visible=True)).to_have_count(0)
    for name in ("Card: Council", "Rule of the table"):
        expect(page.get_by_label(name, exact=True)).to_have_value("2")
    expect(page.get_by_label("Participant sheet")).to_have_value("14")


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
    assert all(sum(letters(ending.text) in here for here in last) == 1 for ending in story.endings)
    assert not any(
        letters(option.then) in here
        for here in last
        for scene in story.scenes
        for option in scene.options
        if len(option.then) > 25
    )
    assert [bool(here.replace("systemsleadershipcasebook", "")) for here in pages] == [True, False] * (len(pages) // 2)
    page.emulate_media(media="print")
    strips = page.locator(".key-strip")
    assert strips.count() == len(story.scenes) + 1 + len(story.endings)
    for strip in strips.all():
        assert strip.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
        assert "The planning room" in strip.inner_text()


def test_an_ending_is_found_by_letters(page: Page, served: str, library: Library) -> None:
    """As three people do who chose 1c, 2b, 3b, 4b and 5b: N five times, T twice, neither M nor P."""
    page.goto(f"{served}/exercises/planning-room/paper.html#key")
    marks = [
        page.locator(".key-scene tr", has=page.get_by_role("rowheader", name=choice))
        .locator(".key-letters")
        .inner_text()
        for choice in ("1c", "2b", "3b", "4b", "5b")
    ]
    assert marks == ["N", "N T", "N", "N T", "N"]
    circles = page.locator(".key-finding .key-circles tr").all_inner_texts()
    assert [" ".join(one.split()) for one in circles][:2] == [
        "1. The letter 1a P 1b P N T 1c N 1d M",
        "2. The question 2a P T 2b N T 2c M",
    ]
    rules = page.locator(".key-finding .key-rules tbody tr").all_inner_texts()
    assert [" ".join(one.split()) for one in rules] == [
        "A M 2 times or more, or T at most once",
        "B 1b, and 2a, and 3b",
        "C P 3 times or more, and N at most once, and 2a, and not 1b",
        "D N 3 times or more, and P at most once, and 2b, and not 1b",
        "E Anything else",
    ]
    expect(page.locator(".key-ending h2").nth(3)).to_have_text("D. Clear network")


def test_each_seat_has_a_card_of_its_own_and_no_sheet_prints_the_briefs(
    page: Page, served: str, library: Library
) -> None:
    seats = library.exercises["planning-room"].seats
    cards = printed(page, f"{served}/exercises/planning-room/paper.html#seats")
    assert len(cards.pages) == 2
    told = letters(cards.pages[0].extract_text())
    assert all(letters(str(seat.text)) in told for seat in seats)
    assert not cards.pages[1].extract_text().replace("Systems Leadership Casebook", "").strip()
    sheet = letters(text(printed(page, f"{served}/exercises/planning-room/paper.html#sheet")))
    assert not any(letters(str(seat.text)) in sheet for seat in seats)


@pytest.mark.parametrize(
    "slug", ["form-follows-work", "managed-to-death", "what-this-network-cannot-fix-yet", "will-it-hold-on-monday"]
)
def test_cards_stand_whole_on_sheets_of_a4(page: Page, served: str, slug: str) -> None:
    pdf = printed(page, f"{served}/exercises/{slug}/paper.html#cards")
    assert near(sizes(pdf), A4)
    assert len(pdf.pages) == 2 * page.locator(".card-sheet").count(), "each has a blank back"
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


def test_a_tally_sheet_has_at_most_twenty_statements_on_a_side_and_its_rules_apart(
    page: Page, served: str, library: Library
) -> None:
    for slug, exercise in library.exercises.items():
        if exercise.pool == "never":
            continue
        pdf = printed(page, f"{served}/exercises/{slug}/paper.html#tally")
        assert len(pdf.pages) == (3 if slug == "network-health-check" else 2), slug
        across = [one for one in pdf.pages if one.mediabox.width > one.mediabox.height]
        assert len(across) == len(pdf.pages) - 1
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
        parts = page.locator(".paper-part .fill-rows").evaluate_all(
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
