"""Group results on a laptop without a network: sheets typed by keys, what is shown and what is not, answers from
outside the room, rounds, and a wipe that leaves nothing.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from in_the_room import Laptop, laptop, out_of_reach, wiped
from playwright.sync_api import Browser, Page, expect
from test_reach import NARROW, WIDE

pytestmark = pytest.mark.browser
CHECK = "network-health-check"
SHORT = f"facilitate/group-results.html#exercise={CHECK}&length=short"
FIXTURE = json.loads((Path(__file__).resolve().parents[1] / "fixtures/group_sheets.json").read_text())
SHEETS: list[str] = FIXTURE["sheets"]
STATEMENTS: list[dict[str, Any]] = FIXTURE["statements"]
NAMES = {
    "split": "Split",
    "unseen": "Not visible",
    "low": "Shared low",
    "middle": "Shared middle",
    "high": "Shared high",
    "few": "Too few to say",
}


@pytest.fixture
def room(browser: Browser, built_site: Path) -> Iterator[Laptop]:
    with laptop(browser, built_site, viewport=WIDE) as lent:
        yield lent


def counting(lent: Laptop, path: str = SHORT) -> Page:
    page = lent.open(path)
    expect(page.locator("[data-marks]")).to_be_visible()
    return page


def type_sheet(page: Page, keys: str) -> None:
    """Types a sheet as two people with a laptop do: keys, then Enter."""
    page.keyboard.type(keys)
    page.keyboard.press("Enter")


def put_in(page: Page, sheets: list[str]) -> None:
    """Puts sheets in where typing is not what is tested."""
    for keys in sheets:
        page.locator("[data-marks]").fill(keys)
        page.locator("[data-marks]").press("Enter")


def finish(page: Page) -> None:
    page.locator("[data-finish]").click()
    page.locator("[data-yes]").click()
    expect(page.locator("[data-result]")).to_be_focused()


def shown(page: Page) -> list[dict[str, Any]]:
    """Every statement of the result, in its order: its number, its name, whether nobody is against, its counts."""
    found: list[dict[str, Any]] = page.locator("[data-statement]").evaluate_all(
        """every => every.map((one) => ({
            number: parseInt((one.querySelector('caption, th') ?? one).textContent),
            name: one.closest('.group-pattern').querySelector('h4').textContent,
            unopposed: one.querySelector('.unopposed') !== null,
            counts: [...one.querySelectorAll('td:not([aria-hidden])')].map((cell) => Number(cell.textContent)),
        }))"""
    )
    return found


def test_fourteen_sheets_typed_by_keys_come_to_what_was_worked_out_by_hand(room: Laptop) -> None:
    page = counting(room)
    fresh = page.locator("group-results").inner_text()
    page.locator("[data-marks]").focus()
    began = time.monotonic()
    for number, keys in enumerate(SHEETS, 1):
        type_sheet(page, keys)
        expect(page.locator("[data-status=sheet]")).to_contain_text(f"Sheet {number} is in.")
    assert time.monotonic() - began < 60, "five minutes are for fourteen sheets read aloud: the page must not wait"

    # A slip is taken back, a second count finds another, and what is no sheet is none.
    page.locator("[data-take-back]").click()
    assert page.locator("[data-marks]").input_value() == SHEETS[-1]
    page.keyboard.press("Enter")
    page.locator("[data-sheets] li").nth(2).get_by_role("button", name="Count again").click()
    type_sheet(page, SHEETS[2])
    expect(page.locator("[data-status=sheet]")).to_contain_text("Both counts of sheet 3 are the same")
    page.locator("[data-sheets] li").nth(3).get_by_role("button", name="Count again").click()
    type_sheet(page, "1" + SHEETS[3][1:])
    expect(page.locator("[data-differences] li")).to_contain_text("First count: 5; second count: 1.")
    page.locator("[data-keep-first]").click()
    expect(page.locator("[data-status=sheet]")).to_contain_text("Sheet 4 is settled")
    type_sheet(page, "12q3")
    expect(page.locator("[data-status=sheet]")).to_contain_text("3 of 20")
    page.locator("[data-finish]").click()
    expect(page.locator("[data-status=finish]")).to_contain_text("not added yet")
    page.locator("[data-marks]").fill("")
    page.locator("[data-invited]").fill("16")
    expect(page.locator("[data-so-far]")).to_have_text("14 sheets are in. Counted twice: 2.")

    finish(page)
    found = shown(page)
    expect(page.locator("[data-answered]")).to_contain_text("14 of the 16 people who were invited have answered")
    assert [one["number"] for one in found if one["name"] == "Split"] == FIXTURE["first"]
    order = list(NAMES.values())
    assert [order.index(one["name"]) for one in found] == sorted(order.index(one["name"]) for one in found)
    for one in found:
        by_hand = STATEMENTS[one["number"] - 1]
        assert (one["name"], one["unopposed"]) == (NAMES[by_hand["name"]], by_hand["unopposed"]), by_hand["because"]
        # A split says nothing of the two answers that nobody gave.
        counts = [
            *by_hand["counts"][:5],
            *(count for count in by_hand["counts"][5:7] if count or one["name"] != "Split"),
        ]
        assert one["counts"] == (counts if by_hand["shows_counts"] else []), by_hand["because"]
    assert len(found) == len(STATEMENTS)

    assert page.locator("[data-marks], [data-sheets], [data-codes]").count() == 0, "nobody's marks are left"
    page.locator("[data-agreed-what]").first.fill("Name one reader in each board")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-status=result]")).to_contain_text("Copied")
    room.context.grant_permissions(["clipboard-read"])
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Begin with this one" in copied
    assert "Name one reader in each board" in copied
    assert "Print the result" not in copied
    wiped(page, "group-results", fresh, ["Name one reader", "Nobody against 14", "14 people"])


def test_nothing_is_counted_before_the_form_of_the_sheets_is_chosen(room: Laptop) -> None:
    page = room.open(f"facilitate/group-results.html#exercise={CHECK}")
    expect(page.locator("[data-length]")).to_be_visible()
    expect(page.locator("[data-length]")).to_have_value("")
    for part in ("[data-marks]", "[data-codes]", "[data-finish]"):
        assert page.locator(part).is_hidden(), "no count without a chosen form"
    page.locator("[data-length]").select_option("short")
    expect(page.locator("[data-next]")).to_contain_text("Next, 1 of 20")
    page.locator("[data-exercise]").select_option("three-pairs-of-shoes")
    expect(page.locator("[data-next]")).to_contain_text("Next, 1 of 16")
    assert page.locator("[data-length]").is_hidden(), "there is one form"


def test_sheets_of_another_form_are_counted_as_none_and_never_run_into_each_other(room: Laptop) -> None:
    page = counting(room, SHORT.replace("short", "full"))
    page.locator("[data-marks]").focus()
    for keys in SHEETS:
        type_sheet(page, keys)
    expect(page.locator("[data-so-far]")).to_have_text("0 sheets are in.")
    expect(page.locator("[data-status=sheet]")).to_contain_text("This sheet was not added.")
    expect(page.locator("[data-status=sheet]")).to_contain_text("20 of 40 marks. Is it the short form?")
    assert page.locator("[data-marks]").input_value() == SHEETS[0]
    # The form is chosen, and the sheet that stands in the field is one of it.
    page.locator("[data-length]").select_option("short")
    assert page.locator("dialog[open]").count() == 0
    expect(page.locator("[data-marks]")).to_have_value(SHEETS[0])
    page.locator("[data-marks]").press("Enter")
    expect(page.locator("[data-so-far]")).to_have_text("1 sheet is in.")


def test_a_key_too_many_costs_one_sheet_and_no_more(room: Laptop) -> None:
    page = counting(room)
    status, field = page.locator("[data-status=sheet]"), page.locator("[data-marks]")
    field.focus()
    page.keyboard.type("3" + SHEETS[0])
    expect(page.locator("[data-next]")).to_have_text(
        "1 mark too many. Find the place where the marks differ from the sheet, and take the extra one out."
    )
    expect(page.locator("[data-typed] li").last).to_have_text(re.compile("Too many"))
    page.keyboard.press("Enter")
    for keys in SHEETS[1:4]:
        type_sheet(page, keys)
    expect(status).to_contain_text("You have typed 21 marks, and the sheet has 20 statements.")
    assert field.input_value() == "3" + SHEETS[0]
    assert field.get_attribute("aria-invalid") == "true"
    page.keyboard.press("Home")
    page.keyboard.press("Delete")
    assert field.get_attribute("aria-invalid") is None
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Sheet 1 is in.")
    # A mark that is missing at the end is typed there once somebody looks.
    type_sheet(page, SHEETS[1][:-1])
    page.keyboard.press("End")
    page.keyboard.type(SHEETS[1][-1])
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Sheet 2 is in.")
    # A sheet that cannot be saved is emptied by a key or a button, and Enter on nothing holds up nobody.
    type_sheet(page, "12")
    page.keyboard.press("Escape")
    assert field.input_value() == ""
    page.keyboard.press("Enter")
    type_sheet(page, "12")
    page.get_by_role("button", name="Empty the field").click()
    type_sheet(page, SHEETS[2])
    expect(page.locator("[data-so-far]")).to_have_text("3 sheets are in.")


def test_no_more_people_answered_than_were_invited(room: Laptop) -> None:
    page = counting(room)
    put_in(page, ["3" * 20] * 6)
    invited, organisations = page.locator("[data-invited]"), page.locator("[data-organisations]")
    said = page.locator("[data-status=setup]")
    invited.fill("about ten")
    organisations.fill("-2")
    page.locator("[data-finish]").click()
    expect(said).to_contain_text("How many were invited? “about ten” is not a whole number.")
    expect(said).to_contain_text("From how many organisations? “-2” is not a whole number.")
    expect(invited).to_be_focused()
    organisations.fill("")
    invited.fill("5")
    page.locator("[data-finish]").click()
    expect(said).to_contain_text("Sheets counted: 6. People invited: 5.")
    expect(invited).to_be_focused()
    assert page.locator("dialog[open]").count() == 0
    invited.fill("6")
    finish(page)
    expect(page.locator("[data-answered]")).to_contain_text("6 of the 6 people who were invited have answered.")
    # Fewer than ten: the name and its sentence stand alone, and say nothing that a count could belie.
    expect(page.locator("[data-pattern=middle] > p")).to_contain_text("Neither the low end nor the high end")
    assert page.locator("[data-pattern] table").count() == 0


def test_a_pair_is_talked_about_by_its_two_sides(room: Laptop) -> None:
    page = counting(room, "facilitate/group-results.html#exercise=form-follows-work")
    put_in(page, ["1" * 16] * 6)
    finish(page)
    expect(page.locator("[data-pattern=low] > p")).to_contain_text("find that A fits better")


def test_the_session_with_the_short_form_leads_to_a_count_of_it(room: Laptop) -> None:
    page = room.open("facilitate/sessions/two-hours.html")
    page.get_by_role("link", name="Group results").click()
    expect(page.locator("[data-next]")).to_contain_text("Next, 1 of 20")


@pytest.mark.parametrize("people", [4, 5, 9, 10])
def test_small_groups_are_shown_nothing_or_names(room: Laptop, people: int) -> None:
    """Statement 1 divides the group, the others do not."""
    page = counting(room)
    half = people // 2
    put_in(page, ["1" + "4" * 19] * half + ["5" + "4" * 19] * (people - half))
    if people < 5:
        page.locator("[data-finish]").click()
        expect(page.locator("[data-status=finish]")).to_contain_text("With fewer than 5, nothing is shown")
        assert page.locator("dialog[open]").count() == 0
        assert page.locator("[data-result]").is_hidden()
        return
    finish(page)
    first, *others = shown(page)
    assert (first["name"], first["counts"]) == ("Split", [half, 0, 0, 0, people - half])
    assert {one["name"] for one in others} == {"Shared high"}
    assert all(one["counts"] == ([0, 0, 0, people, 0, 0, 0] if people >= 10 else []) for one in others)


def answer(lent: Laptop, value: int) -> Page:
    """The page of the exercise with the short form marked alike throughout."""
    page = lent.open(f"exercises/{CHECK}.html")
    page.locator("input[value=short]").check()
    for item in page.locator("rated-statements [data-item]:visible").all():
        item.locator(f"input[value='{value}']").check()
    return page


def test_codes_and_files_from_outside_the_room_count_once_each(room: Laptop, tmp_path: Path) -> None:
    one = answer(room, 5)
    one.locator("[data-make-code]").click()
    code = one.locator("[data-code]").inner_text()
    expect(one.locator("[data-code-box]")).to_contain_text("Do not post it in a chat")
    one.locator("rated-statements [data-item]:visible input[value='1']").first.check()
    assert one.locator("[data-code-box]").is_hidden(), "a code of other answers"
    one.locator("[data-make-code]").click()
    second = one.locator("[data-code]").inner_text()
    assert second != code
    with one.expect_download() as download:
        one.locator("[data-download]").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)

    page = counting(room)
    put_in(page, ["3" * 20] * 3)
    wrong = code[:-1] + ("7" if code[-1] != "7" else "8")
    chat = f"Ann: here is mine {code.lower().replace('-', ' ')}\nBen: {code} and again, sorry\nCas: {wrong}"
    page.locator("[data-codes]").fill(chat)
    page.locator("[data-take-codes]").click()
    expect(page.locator("[data-status=outside]")).to_contain_text("1 person's answers are in.")
    expect(page.locator("[data-status=outside]")).to_contain_text(f"{wrong} is not a code")
    page.locator("[data-files]").set_input_files(file)
    expect(page.locator("[data-status=outside]")).to_have_text("1 person’s answers are in.".replace("’", "'"))
    page.locator("[data-files]").set_input_files(file)
    expect(page.locator("[data-status=outside]")).to_contain_text("was here already")
    page.locator("[data-codes]").fill("Nothing to see here")
    page.locator("[data-take-codes]").click()
    expect(page.locator("[data-status=outside]")).to_contain_text("found no code or file of answers")
    expect(page.locator("[data-so-far]")).to_have_text("5 sheets are in.")
    expect(page.locator("[data-sheets]")).to_contain_text("Sheet 5, from outside the room")
    finish(page)
    assert {one["name"] for one in shown(page)} == {"Shared middle"}


def test_a_round_is_kept_as_names_and_set_beside_the_next(room: Laptop, tmp_path: Path) -> None:
    page = counting(room)
    put_in(page, ["1" * 20] * 8)
    finish(page)
    page.locator("[data-agreed-what]").first.fill("Meet the board")
    with page.expect_download() as download:
        page.locator("[data-keep]").click()
    file = tmp_path / "round.json"
    download.value.save_as(file)
    kept = json.loads(file.read_text())
    assert kept["answered"] == 8
    assert {json.dumps(one) for one in kept["patterns"].values()} == {'{"name": "low", "unopposed": false}'}
    assert "counts" not in file.read_text()
    page.locator("[data-wipe]").click()
    expect(page.locator("[data-status=wiped]")).to_be_focused()

    for people, expected in ((7, "compared only if it has 8 answers"), (8, "")):
        page = counting(room)
        put_in(page, ["5" * 20] * people)
        finish(page)
        page.locator("[data-earlier]").set_input_files(file)
        if expected:
            expect(page.locator("[data-status=result]")).to_contain_text(expected)
            assert page.locator("[data-compared]").is_hidden()
            continue
        expect(page.locator("[data-compared]")).to_be_focused()
        assert page.locator("[data-compared] tbody tr").count() == 20
        cells = page.locator("[data-compared] tbody tr").first.locator("td").all_inner_texts()
        assert cells == ["Shared low", "Shared high. Nobody against"]
        expect(page.locator("[data-compared]")).to_contain_text("Meet the board")
    spoiled = tmp_path / "spoiled.json"
    spoiled.write_text("{}")
    page.locator("[data-earlier]").set_input_files(spoiled)
    expect(page.locator("[data-status=result]")).to_contain_text("does not hold a group result")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_by_keyboard_alone_and_in_forced_colours(browser: Browser, built_site: Path, size: dict[str, int]) -> None:
    with laptop(browser, built_site, viewport=size, forced_colors="active") as lent:
        page = counting(lent)
        put_in(page, ["1" + "4" * 19] * 3 + ["5" + "4" * 19] * 3)
        type_sheet(page, "4444")
        lines = page.locator("[data-typed] li").evaluate_all(
            "every => every.map((one) => [one.className, getComputedStyle(one).borderLeftColor])"
        )
        here = {colour for mark, colour in lines if mark == "at"}
        assert len(here) == 1
        assert here.isdisjoint(colour for mark, colour in lines if mark != "at"), "where one is shows without colours"
        assert out_of_reach(lent, page) == []
        page.locator("[data-marks]").fill("")
        # From the field on by keys alone: to the button, through the question, to the result.
        page.locator("[data-finish]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-no]")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-result]")).to_be_focused()
        assert out_of_reach(lent, page) == []
