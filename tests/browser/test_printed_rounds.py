"""The sheets of the role rounds, as a printer and a phone get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from printing import WIDE, letters, printed, words_of

from casebook.render.paper.exercise_sheets import sheets_of_exercise
from real_library import real_library

pytestmark = pytest.mark.browser
HERE = real_library()
ROUNDS = sorted(slug for slug, one in HERE.exercises.items() if one.role_round)
A4 = (595, 842)
ONE_SIDE = ("rule", "shock", "note")


@pytest.mark.parametrize("slug", ROUNDS)
def test_each_sheet_of_a_round_fits_its_sides(browser: Browser, built_site: Path, slug: str) -> None:
    """From a memory stick, without script, and in the widest letters."""
    exercise = HERE.exercises[slug]
    at = f"{(built_site / f'exercises/{slug}/paper.html').as_uri()}#"
    names = {one.name for one in sheets_of_exercise(exercise)}
    cards = printed(browser, f"{at}seat-cards", script=False)
    assert len(cards.pages) == 2 * len(exercise.seats), "each card has a side, and a blank back"
    for number, seat in enumerate(exercise.seats):
        front, back = (letters(page.extract_text()) for page in cards.pages[2 * number : 2 * number + 2])
        assert all(letters(text) in front for text in (seat.label, *seat.knows))
        others = [text for other in exercise.seats if other is not seat for text in other.knows]
        assert [text for text in others if letters(text) in front + back] == []
        assert letters(seat.label) not in back
        alone = printed(browser, f"{at}seat-{number + 1}", style=WIDE)
        assert len(alone.pages) == 1
        assert letters(seat.knows[0]) in words_of(alone)
        assert [text for text in others if letters(text) in words_of(alone)] == []
    wanted = {**dict.fromkeys(ONE_SIDE, 1), "notes": 2, "sheet": 2}
    for name in names & wanted.keys():
        sheet = printed(browser, f"{at}{name}", style=WIDE)
        assert len(sheet.pages) == wanted[name], name
        assert {(round(float(one.mediabox.width)), round(float(one.mediabox.height))) for one in sheet.pages} == {A4}


def test_the_address_of_a_seat_shows_its_card_and_no_way_to_another(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{served}/exercises/{ROUNDS[0]}.html")
    seats = HERE.exercises[ROUNDS[0]].seats
    page.get_by_role("link", name=seats[2].label, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text([seats[2].label])
    shown = page.locator("body").inner_text()
    assert seats[2].knows[0] in shown
    assert not any(text in shown for seat in seats if seat is not seats[2] for text in seat.knows)
    expect(page.locator(".sheet-word a").first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
