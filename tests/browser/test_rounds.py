"""Rounds in a real browser: an earlier one is never written over, each can be opened again, and nobody leaves unsaved
answers unasked.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

pytestmark = pytest.mark.browser
CHECK = "network-health-check"
ROOM = "planning-room"
CARDS = "what-this-network-cannot-fix-yet"
FIRST = "tell-a-stranger"
MAY, NOVEMBER = datetime.datetime(2026, 5, 3, 12), datetime.datetime(2026, 11, 20, 12)


def ready(page: Page, served: str, slug: str) -> Page:
    page.goto(f"{served}/exercises/{slug}.html")
    return woken(page)


def woken(page: Page) -> Page:
    expect(page.locator("exercise-form:defined")).to_have_count(1)
    expect(page.locator("[data-download]")).to_be_visible()
    return page


@pytest.fixture
def check(page: Page, served: str) -> Page:
    """The health check on 3 May 2026."""
    page.clock.set_fixed_time(MAY)
    return ready(page, served, CHECK)


def mark(page: Page, value: int, item: str = FIRST) -> None:
    page.locator(f"[data-item='{item}'] input[value='{value}']").check()


def save(page: Page, said: str = "Saved on this device") -> None:
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text(said)


def come_back(page: Page, day: datetime.datetime) -> None:
    page.clock.set_fixed_time(day)
    page.reload()
    woken(page)


def stored(page: Page, slug: str = CHECK) -> list[dict[str, Any]]:
    text = page.evaluate("key => localStorage.getItem(key)", f"casebook:answers:{slug}")
    return json.loads(text)["rounds"] if text else []


def marks(page: Page) -> list[tuple[str, Any]]:
    return [(one["date"], one["answers"]["marks"][FIRST]) for one in stored(page)]


def taken_out(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as coming:
        page.locator("[data-download]").click()
    coming.value.save_as(folder / "out.json")
    return json.loads((folder / "out.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def open_file(page: Page, folder: Path, **data: Any) -> None:
    file = folder / "in.json"
    file.write_text(json.dumps({"kind": "systems-leadership-casebook", **data}), encoding="utf-8")
    page.locator("exercise-form [data-file]").set_input_files(file)


def file_of(slug: str, date: str, answers: Any, version: str = "0.1.0") -> dict[str, Any]:
    return {"exercise": slug, "title": "An exercise", "version": version, "date": date, "answers": answers}


def one_round(name: str, date: str, value: int) -> dict[str, Any]:
    return {"id": name, "date": date, "version": "0.1.0", "seal": name, "answers": {"marks": {FIRST: value}}}


def test_saving_on_another_day_makes_a_new_round_and_leaves_the_earlier_one(check: Page) -> None:
    mark(check, 2)
    save(check, "Saved on this device, 3 May 2026.")
    come_back(check, NOVEMBER)
    check.get_by_role("button", name="Open what I saved on 3 May 2026").click()
    expect(check.locator("[data-saved-status]")).to_have_text("Your answers of 3 May 2026 are open.")
    mark(check, 5)
    save(
        check,
        "Saved on this device as a new set of answers, 20 November 2026. Your answers of 3 May 2026 are unchanged.",
    )
    mark(check, 4)
    save(check, "Saved on this device, 20 November 2026.")
    assert marks(check) == [("2026-05-03", 2), ("2026-11-20", 4)]


def test_a_page_left_open_over_night_saves_a_new_round_too(check: Page) -> None:
    mark(check, 2)
    save(check)
    check.clock.set_fixed_time(NOVEMBER)
    mark(check, 5)
    save(check, "as a new set of answers, 20 November 2026")
    assert marks(check) == [("2026-05-03", 2), ("2026-11-20", 5)]


def test_a_round_that_was_only_looked_at_stays_as_it_is(check: Page) -> None:
    mark(check, 2)
    save(check)
    before = stored(check)
    come_back(check, NOVEMBER)
    check.locator("[data-open-saved]").click()
    mark(check, 5)
    mark(check, 2)
    save(check, "Saved on this device, 3 May 2026.")
    assert stored(check) == before


def test_every_saved_round_can_be_opened(check: Page) -> None:
    for value in (1, 2):
        mark(check, value)
        save(check)
        come_back(check, MAY)
    come_back(check, NOVEMBER)
    mark(check, 3)
    save(check)
    come_back(check, NOVEMBER)
    choice = check.get_by_label("Which answers?")
    expect(choice.locator("option")).to_have_text(
        ["20 November 2026", "3 May 2026, set no. 2 that day", "3 May 2026, set no. 1 that day"]
    )
    check.get_by_role("button", name="Open these answers").click()
    expect(check.locator(f"[data-item='{FIRST}'] input[value='3']")).to_be_checked()
    choice.select_option(label="3 May 2026, set no. 1 that day")
    check.get_by_role("button", name="Open these answers").click()
    check.locator("dialog[open] [data-yes]").click()
    expect(check.locator(f"[data-item='{FIRST}'] input[value='1']")).to_be_checked()


def test_a_file_keeps_its_date_and_version_until_answers_change(check: Page, tmp_path: Path) -> None:
    old = file_of(CHECK, "2024-03-01", {"marks": {FIRST: 2}}, "0.0.9")
    open_file(check, tmp_path, **old)
    expect(check.locator("[data-status]")).to_contain_text("Your answers of 1 March 2024 are open.")
    out = taken_out(check, tmp_path)
    assert (out["date"], out["version"], out["answers"]) == ("2024-03-01", "0.0.9", old["answers"])
    save(check, "Saved on this device, 1 March 2024.")
    save(check, "Saved on this device, 1 March 2024.")
    mark(check, 5)
    assert taken_out(check, tmp_path)["date"] == "2026-05-03"
    save(check, "as a new set of answers, 3 May 2026")
    assert [(one["date"], one["version"]) for one in stored(check)] == [
        ("2024-03-01", "0.0.9"),
        ("2026-05-03", "0.1.0"),
    ]
    assert [value for _, value in marks(check)] == [2, 5]


def test_each_round_in_the_file_of_a_record_can_be_opened(check: Page, tmp_path: Path) -> None:
    rounds = [one_round("a", "2024-03-01", 1), {"id": "half"}, one_round("b", "2025-03-01", 5)]
    open_file(check, tmp_path, exercises=[{"exercise": CHECK, "title": "", "rounds": rounds}])
    place = check.locator("[data-file-rounds]")
    expect(place).to_be_focused()
    expect(place).to_contain_text("The file holds 2 sets of answers to this exercise.")
    place.get_by_label("Which answers?").select_option(label="1 March 2024")
    place.get_by_role("button", name="Open these answers").click()
    expect(place).to_be_hidden()
    expect(check.locator("[data-open]")).to_be_focused()
    expect(check.locator("[data-status]")).to_have_text(
        "Your answers of 1 March 2024 are open. 1 set of answers in the file cannot be read and is left out."
    )  # fmt: skip
    expect(check.locator(f"[data-item='{FIRST}'] input[value='1']")).to_be_checked()
    open_file(check, tmp_path, exercises=[{"exercise": CHECK, "title": "", "rounds": rounds}])
    place.get_by_role("button", name="Do not open the file").click()
    expect(place).to_be_hidden()
    expect(check.locator(f"[data-item='{FIRST}'] input[value='1']")).to_be_checked()


def play(page: Page, option: int) -> None:
    while page.locator("[data-see]:visible").count():
        scene = page.locator("[data-scene]:visible").last
        scene.locator("input").nth(option).check()
        scene.locator("[data-see]").click()
        scene.locator("[data-go-on]").click()


def test_playing_again_begins_a_new_round(page: Page, served: str) -> None:
    ready(page, served, ROOM)
    play(page, 0)
    save(page)
    page.locator("[data-again]").click()
    play(page, 1)
    save(page)
    letters = [one["answers"]["room"]["letter"] for one in stored(page, ROOM)]
    assert len(letters) == 2
    assert letters[0] != letters[1]


class Asked:
    """Counts the questions of a page that is being left, and answers them."""

    def __init__(self, page: Page) -> None:
        self.times, self.leave = 0, False
        page.on("dialog", self.answer)

    def answer(self, dialog: Dialog) -> None:
        assert dialog.type == "beforeunload"
        self.times += 1
        if self.leave:
            dialog.accept()
        else:
            dialog.dismiss()


def try_to_leave(page: Page) -> None:
    """Follows a link of the site. It is known that the page stays when the answer was no."""
    page.locator("header a[href]:visible").first.click(no_wait_after=True)


def test_whoever_leaves_with_unsaved_answers_is_asked_first(check: Page, tmp_path: Path) -> None:
    asked = Asked(check)
    mark(check, 2)
    try_to_leave(check)
    expect(check.locator(f"[data-item='{FIRST}'] input[value='2']")).to_be_checked()
    assert asked.times == 1
    assert check.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize("way", ["nothing filled in", "saved", "downloaded", "opened", "cleared"])
def test_whoever_has_nothing_to_lose_is_not_asked(check: Page, served: str, tmp_path: Path, way: str) -> None:
    asked = Asked(check)
    if way == "opened":
        open_file(check, tmp_path, **file_of(CHECK, "2024-03-01", {"marks": {FIRST: 2}}))
        expect(check.locator("[data-status]")).to_contain_text("are open")
    elif way != "nothing filled in":
        mark(check, 2)
    if way == "saved":
        save(check)
    if way == "downloaded":
        taken_out(check, tmp_path)
    if way == "cleared":
        check.locator("[data-clear-page]").click()
        check.locator("dialog[open] [data-yes]").click()
    try_to_leave(check)
    check.wait_for_url(lambda url: CHECK not in url)
    assert asked.times == 0


@pytest.mark.parametrize("then", ["changed", "deleted"])
def test_what_was_saved_and_then_changed_or_deleted_is_asked_about(check: Page, then: str) -> None:
    asked = Asked(check)
    mark(check, 2)
    save(check)
    if then == "changed":
        mark(check, 3)
    else:
        check.locator("[data-delete]").click()
        check.locator("dialog[open] [data-yes]").click()
        expect(check.locator("[data-status]")).to_contain_text("Deleted.")
    try_to_leave(check)
    expect(check.locator("[data-item] input:checked")).to_have_count(1)
    assert asked.times == 1


def test_the_question_before_deleting_begins_on_no(check: Page) -> None:
    mark(check, 2)
    save(check)
    for button in ("[data-delete]", "[data-clear-page]"):
        check.locator(button).focus()
        check.keyboard.press("Enter")
        expect(check.locator("dialog[open] [data-no]")).to_be_focused()
        check.keyboard.press("Enter")
        expect(check.locator(button)).to_be_focused()
    assert len(stored(check)) == 1
    expect(check.locator("[data-item] input:checked")).to_have_count(1)


def test_a_file_that_the_browser_cannot_read_is_said(check: Page, tmp_path: Path) -> None:
    check.evaluate(
        "() => { Blob.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError')); }"
    )
    open_file(check, tmp_path, **file_of(CHECK, "2024-03-01", {}))
    expect(check.locator("[data-status]")).to_have_text(
        "The file could not be read. Copy it to this device first, then open it again. Nothing was changed."
    )


def test_what_could_not_be_read_is_named_before_it_is_deleted(check: Page) -> None:
    check.evaluate("localStorage.setItem('casebook:answers:network-health-check', '{first')")
    check.reload()
    mark(woken(check), 2)
    save(check, "It has been put aside")
    check.evaluate("localStorage.setItem('casebook:answers:network-health-check', '{second')")
    save(check, "It has been put aside")
    assert [
        check.evaluate("key => localStorage.getItem(key)", f"casebook:unreadable:{CHECK}{end}") for end in ("", ":2")
    ] == ["{first", "{second"]
    check.locator("[data-delete]").click()
    expect(check.locator("dialog[open] [data-question]")).to_contain_text(
        "2 saved texts that the page cannot read will be deleted too."
    )
    check.locator("dialog[open] [data-yes]").click()
    expect(check.locator("[data-status]")).to_contain_text("Nothing of this exercise is saved on this device.")
    assert check.evaluate("localStorage.length") == 0


def test_what_another_version_knew_of_cards_is_kept(page: Page, served: str, tmp_path: Path) -> None:
    ready(page, served, CARDS)
    card = page.locator("[data-card]").first.get_attribute("data-card")
    box = page.locator("[data-card] .answer-choices input[type=radio]").first.get_attribute("value")
    sort = {
        "boxes": {card: "gone-box", "own-1": box, "own-9": box},
        "notes": {card: {"gone-note": "kept"}},
        "own": [{"id": "own-1", "text": "Here"}, {"id": "own-9", "text": "Beyond the number of this page"}],
        "piles": {"gone-pile": "kept"},
    }
    open_file(page, tmp_path, **file_of(CARDS, "2025-05-03", {"sort": sort}, "0.0.9"))
    expect(page.locator("[data-status]")).to_contain_text(
        "6 answers belong to parts that this version of the exercise does not have. They are kept"
    )
    page.locator("[data-card='own-1'] [data-own-text]").fill("Changed")
    out = taken_out(page, tmp_path)["answers"]["sort"]
    sort["own"][0]["text"] = "Changed"  # type: ignore[index]
    assert out == sort


def test_a_card_of_ones_own_keeps_its_box_before_it_has_words(page: Page, served: str, tmp_path: Path) -> None:
    ready(page, served, CARDS)
    page.locator("[data-add-card]").click()
    page.locator("[data-card='own-1'] input[type=radio]").first.check()
    out = taken_out(page, tmp_path)["answers"]
    page.reload()
    open_file(woken(page), tmp_path, **file_of(CARDS, "2025-05-03", out))
    expect(page.locator("[data-card='own-1'] input[type=radio]").first).to_be_checked()
    expect(page.locator("[data-card='own-1']")).to_be_visible()
