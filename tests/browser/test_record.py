"""My record in a real browser: rounds side by side, taken along and brought in without loss, deleted one by one and
all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
RECORD = "exercises/record.html"
PREFIX = "casebook:answers:"
ASIDE = "casebook:unreadable:"


def one_round(name: str, date: str, marks: dict[str, int], version: str = "0.1.0") -> dict[str, Any]:
    return {"id": name, "date": date, "version": version, "seal": name, "answers": {"marks": marks}}


def rounds_of(slug: str, *rounds: dict[str, Any], title: str = "An exercise") -> dict[str, Any]:
    return {"exercise": slug, "title": title, "rounds": list(rounds)}


SPRING = one_round("spring", "2025-03-01", {"tell-a-stranger": 2, "none-alone": 2, "not-our-task": 3})
AUTUMN = one_round("autumn", "2025-09-01", {"tell-a-stranger": 4, "none-alone": 5, "not-our-task": 4})


def store(page: Page, *record: dict[str, Any]) -> None:
    for one in record:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [PREFIX + one["exercise"], json.dumps(one)])


@pytest.fixture
def record(page: Page, served: str) -> Page:
    """My record with two rounds of the health check."""
    page.goto(f"{served}/{RECORD}")
    store(page, rounds_of("network-health-check", SPRING, AUTUMN))
    return again(page)


def again(page: Page) -> Page:
    page.reload()
    expect(page.locator("[data-import]")).to_be_visible()
    return page


def said(page: Page, beside: str) -> Locator:
    """The line of words beside a group of buttons, once it says something; every other line is empty."""
    expect(page.locator(f"[data-status='{beside}']")).not_to_be_empty()
    for line in page.locator("[data-status]").all():
        if line.get_attribute("data-status") != beside:
            expect(line).to_be_empty()
    return page.locator(f"[data-status='{beside}']")


def stored(page: Page, slug: str = "network-health-check") -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", PREFIX + slug))["rounds"]


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as coming:
        page.locator(button).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def bring_in(page: Page, folder: Path, data: Any) -> None:
    path = folder / "brought.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    page.locator("my-record [data-file]").set_input_files(path)


def test_an_empty_device_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    expect(page.locator("[data-empty]")).to_have_text("Nothing is saved on this device.")
    expect(page.locator("[data-export-json]")).to_be_disabled()
    assert page.evaluate("localStorage.length") == 0


def test_rounds_of_ones_own_stand_side_by_side(record: Page) -> None:
    section = record.locator("[data-exercise='network-health-check']")
    expect(section.locator("h2")).to_have_text("Network health check")
    expect(section.locator("thead th")).to_have_text(
        ["Question", "1 March 2025, version 0.1.0", "1 September 2025, version 0.1.0"]
    )
    expect(section.locator("tbody tr").first.locator("th, td")).to_have_text(["Forty statements"])
    expect(section.locator("tbody tr").nth(1).locator("th, td")).to_have_text(["Task", "2.3", "4.3"])
    expect(section.locator("tbody tr").nth(2).locator("td")).to_have_text(["A little true", "Mostly true"])


def test_it_leads_back_to_the_exercise(record: Page) -> None:
    record.locator("[data-exercise='network-health-check'] a").first.click()
    expect(record.locator("h1")).to_have_text("Network health check")


def test_an_older_version_and_an_exercise_that_is_gone_stay_readable(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    store(page, rounds_of("gone-for-good", one_round("old", "2024-03-01", {"lost": 3}, "0.0.1"), title="Gone for good"))
    again(page)
    expect(page.locator("h2", has_text="An exercise that is not in this casebook: Gone for good")).to_be_visible()
    expect(page.locator("[data-exercise='gone-for-good'] tbody")).to_contain_text("lost")


def test_one_round_is_deleted_and_the_other_stays(record: Page) -> None:
    record.locator("[data-round='spring'] button").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(said(record, "network-health-check")).to_have_text(
        "Deleted: Network health check, 1 March 2025, version 0.1.0."
    )
    assert [one["id"] for one in stored(record)] == ["autumn"]


def test_a_no_deletes_nothing(record: Page) -> None:
    record.locator("[data-delete-all]").click()
    record.keyboard.press("Escape")
    assert len(stored(record)) == 2


def test_all_is_deleted_after_a_yes(record: Page) -> None:
    record.locator("[data-delete-all]").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(record.locator("[data-empty]")).to_be_visible()
    assert record.evaluate("localStorage.length") == 0


def test_the_record_goes_out_as_a_file_and_comes_back_as_it_was(record: Page, tmp_path: Path) -> None:
    before = stored(record)
    path = saved(record, "[data-export-json]", tmp_path)
    record.evaluate("localStorage.clear()")
    again(record)
    bring_in(record, tmp_path, path.read_text(encoding="utf-8"))
    expect(record.locator("[data-found]")).to_contain_text("2 sets of answers to add, 0 here already")
    assert record.evaluate("localStorage.length") == 0
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_contain_text("Added: 2 sets of answers")
    assert stored(record) == before


def test_the_record_goes_out_as_a_document(record: Page, tmp_path: Path) -> None:
    text = saved(record, "[data-export-markdown]", tmp_path).read_text(encoding="utf-8")
    assert "## Network health check" in text
    assert "### 1 March 2025, version 0.1.0" in text
    assert "#### Forty statements" in text
    assert "**Task: 2.3**" in text
    assert "Any of us could tell a stranger in a sentence what we are doing together.: A little true" in text


def test_what_comes_in_joins_what_is_here(record: Page, tmp_path: Path) -> None:
    other = one_round("spring", "2025-03-01", {"tell-a-stranger": 5})
    bring_in(
        record,
        tmp_path,
        {
            "kind": "systems-leadership-casebook",
            "date": "2025-10-01",
            "exercises": [rounds_of("network-health-check", AUTUMN, other)],
        },
    )
    expect(record.locator("[data-found]")).to_contain_text("1 set of answers to add, 1 here already")
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_contain_text("Added: 1 set of answers")
    marks = [one["answers"]["marks"]["tell-a-stranger"] for one in stored(record)]
    assert sorted(marks) == [2, 4, 5]


def test_the_answers_of_one_exercise_come_in_too_and_only_once(record: Page, tmp_path: Path) -> None:
    answers = {
        "kind": "systems-leadership-casebook",
        "exercise": "planning-room",
        "title": "The planning room",
        "version": "0.1.0",
        "date": "2025-05-03",
    }
    file = answers | {"answers": {"room": {"letter": "split"}}}
    bring_in(record, tmp_path, file)
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_contain_text("Added: 1 set of answers")
    bring_in(record, tmp_path, file)
    expect(said(record, "bring")).to_contain_text("The same answers from the same day are here already")
    assert len(stored(record, "planning-room")) == 1
    expect(record.locator("[data-exercise='planning-room'] tbody")).to_contain_text("You say that there are two jobs.")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"kind":"systems-leadership-casebook","exercises":[{"exercise":"a"}]}']
)
def test_a_file_that_is_not_ours_changes_nothing(record: Page, tmp_path: Path, text: str) -> None:
    before = stored(record)
    bring_in(record, tmp_path, text)
    expect(said(record, "bring")).to_contain_text("Nothing was changed")
    assert stored(record) == before


def test_hostile_names_and_texts_show_as_typed(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    bad = "<img src=x onerror=\"document.title='ran'\">"
    store(page, rounds_of("gone-for-good", {**SPRING, "answers": {bad: {bad: bad}}}, title=bad))
    again(page)
    expect(page.locator("[data-exercise] tbody")).to_contain_text(bad)
    assert page.locator("my-record img").count() == 0
    assert page.title() != "ran"


def test_what_cannot_be_read_is_said_and_left(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    page.evaluate("key => localStorage.setItem(key, '{broken')", PREFIX + "planning-room")
    again(page)
    expect(page.locator("[data-exercise='planning-room']")).to_contain_text("cannot be read")
    assert page.evaluate("key => localStorage.getItem(key)", PREFIX + "planning-room") == "{broken"


def test_another_window_is_noticed(record: Page, served: str) -> None:
    other = record.context.new_page()
    other.goto(f"{served}/exercises/planning-room.html")
    scene = other.locator("[data-scene]:visible").last
    scene.locator("input").first.check()
    scene.locator("[data-see]").click()
    other.locator("[data-save]").click()
    expect(record.locator("[data-exercise='planning-room']")).to_be_visible()
    expect(said(record, "list")).to_contain_text("changed in another window")
    assert len(stored(record)) == 2


def test_from_a_memory_stick_a_file_can_be_looked_at_and_nothing_is_stored(
    page: Page, built_site: Path, tmp_path: Path
) -> None:
    page.goto((built_site / RECORD).as_uri())
    expect(page.locator("[data-problem]")).to_contain_text("keeps nothing on the device")
    bring_in(
        page,
        tmp_path,
        {
            "kind": "systems-leadership-casebook",
            "date": "2025-10-01",
            "exercises": [rounds_of("network-health-check", SPRING, AUTUMN)],
        },
    )
    page.locator("[data-import-go]").click()
    expect(page.locator("[data-exercise='network-health-check'] tbody tr").nth(1).locator("th, td")).to_have_text(
        ["Task", "2.3", "4.3"]
    )
    expect(page.locator("[data-round] a")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    again(page)
    expect(page.locator("[data-exercise]")).to_have_count(0)


def test_forbidden_storage_is_told(page: Page, served: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(f"{served}/{RECORD}")
    expect(page.locator("[data-problem]")).to_contain_text("does not let the page read")


def test_a_storage_that_cannot_be_read_is_told_and_nothing_is_handed_out_or_deleted(record: Page) -> None:
    record.add_init_script("Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); }")
    again(record)
    expect(record.locator("[data-problem]")).to_contain_text("does not let the page read")
    expect(record.locator("[data-exercise]")).to_have_count(0)
    for button in ("[data-export-json]", "[data-delete-all]"):
        expect(record.locator(button)).to_be_disabled()


def write_elsewhere(page: Page, served: str, key: str, text: str) -> None:
    """Another window writes something."""
    other = page.context.new_page()
    other.goto(f"{served}/{RECORD}")
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    other.close()


def test_what_another_window_saved_while_deleting_was_asked_about_stays_until_it_is_asked_about(
    record: Page, served: str
) -> None:
    key = f"{PREFIX}network-health-check"
    for button, line in (
        ("[data-round='spring'] button", "network-health-check"),
        ("[data-delete-exercise]", "network-health-check"),
        ("[data-delete-all]", "all"),
    ):
        store(record, rounds_of("network-health-check", SPRING, AUTUMN))
        again(record)
        record.locator(button).click()
        write_elsewhere(
            record, served, key, json.dumps(rounds_of("network-health-check", {**SPRING, "seal": "new"}, AUTUMN))
        )
        expect(record.locator("[data-status='list']")).to_contain_text("changed in another window")
        record.locator("dialog[open] [data-yes]").click()
        expect(record.locator("dialog[open] [data-question]")).to_contain_text(
            "Another window has changed what is saved here. Nothing was deleted"
        )
        assert [one["seal"] for one in stored(record)] == ["new", "autumn"]
        record.locator("dialog[open] [data-yes]").click()
        expect(record.locator(f"[data-status='{line}']")).to_contain_text("eleted")
        expect(record.locator("[data-round='spring']")).to_have_count(0)


def test_a_sound_round_in_the_place_of_a_broken_text_is_not_deleted_with_it(record: Page, served: str) -> None:
    key = f"{PREFIX}network-health-check"
    sound = record.evaluate("key => localStorage.getItem(key)", key)
    record.evaluate("key => localStorage.setItem(key, '{broken')", key)
    again(record)
    record.locator("[data-broken] button", has_text="Delete the text").click()
    write_elsewhere(record, served, key, sound)
    record.locator("dialog[open] [data-yes]").click()
    expect(said(record, "network-health-check")).to_contain_text(
        "Another window has changed what is saved here. Nothing was deleted"
    )
    assert len(stored(record)) == 2


def test_only_what_exercises_save_counts_as_a_change_of_the_record(record: Page, served: str) -> None:
    write_elsewhere(record, served, "other", "x")
    write_elsewhere(record, served, f"{PREFIX}planning-room", "{")
    record.evaluate("""() => {
      window.told = 0;
      new MutationObserver(() => window.told += 1).observe(document.querySelector("[data-status='list']"), { childList: true });
    }""")
    write_elsewhere(record, served, "other", "y")
    write_elsewhere(record, served, f"{PREFIX}planning-room", "{{")
    expect(record.locator("[data-status='list']")).to_contain_text("changed in another window")
    record.wait_for_function("window.told > 0")
    assert record.evaluate("window.told") == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"exercises": []}, "There are no answers in this file."),
        (
            {"exercises": [rounds_of("network-health-check", SPRING)], "note": "mine"},
            "something that this page has no place for (note)",
        ),
        (
            {"exercise": "network-health-check", "title": "T"}
            | {key: SPRING[key] for key in ("version", "date", "answers")},
            "The same answers from the same day",
        ),
    ],
    ids=["no round", "more", "equal answers"],
)
def test_why_nothing_comes_in_is_said_as_it_is(record: Page, tmp_path: Path, data: dict[str, Any], words: str) -> None:
    bring_in(record, tmp_path, {"kind": "systems-leadership-casebook", **data})
    expect(said(record, "bring")).to_contain_text(words)
    assert len(stored(record)) == 2


def test_two_rounds_of_one_day_are_told_apart(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    store(page, rounds_of("network-health-check", SPRING, AUTUMN, AUTUMN | {"id": "evening", "seal": "evening"}))
    again(page)
    names = [
        "1 March 2025, version 0.1.0",
        *(f"1 September 2025, set no. {number} that day, version 0.1.0" for number in (1, 2)),
    ]
    expect(page.locator("thead th")).to_have_text(["Question", *names])
    expect(page.locator("[data-round] > span")).to_have_text(names)
    for name in names:
        expect(page.get_by_role("button", name=f"Delete these answers {name}", exact=True)).to_have_count(1)
    page.get_by_role("button", name=f"Delete these answers {names[2]}").click()
    expect(page.locator("dialog[open] [data-question]")).to_contain_text(names[2])


def test_each_round_leads_to_itself_on_the_page_of_its_exercise(record: Page) -> None:
    record.get_by_role("link", name="Open these answers 1 March 2025").click()
    expect(record.locator("[data-saved-status]")).to_be_focused()
    expect(record.locator("[data-saved-status]")).to_have_text("Your answers of 1 March 2025 are open.")
    expect(record.locator("[data-item='tell-a-stranger'] input[value='2']")).to_be_checked()
    assert "#" not in record.url
    record.reload()
    expect(record.locator("[data-open-saved]")).to_be_visible()
    expect(record.locator("[data-item] input:checked")).to_have_count(0)


def test_a_round_that_is_gone_is_not_opened(record: Page, served: str) -> None:
    record.goto(f"{served}/exercises/network-health-check.html#round-%E0%A4%A")
    expect(record.locator("[data-saved-status]")).to_have_text("These answers are no longer saved on this device.")
    expect(record.locator("[data-item] input:checked")).to_have_count(0)


def test_the_question_before_deleting_begins_on_no(record: Page) -> None:
    for button in ("[data-round='spring'] button", "[data-delete-exercise]", "[data-delete-all]"):
        record.locator(button).focus()
        record.keyboard.press("Enter")
        expect(record.locator("dialog[open] [data-no]")).to_be_focused()
        record.keyboard.press("Enter")
        expect(record.locator("dialog[open]")).to_have_count(0)
        expect(record.locator(button)).to_be_focused()
    assert len(stored(record)) == 2


def test_the_answer_to_a_button_stands_beside_it_and_takes_the_focus(record: Page, tmp_path: Path) -> None:
    saved(record, "[data-export-json]", tmp_path)
    expect(said(record, "take")).to_contain_text("in your downloads")
    record.locator("[data-round='spring'] button").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(said(record, "network-health-check")).to_contain_text("Deleted")
    expect(record.locator("[data-status='network-health-check']")).to_be_focused()
    distance = (
        "([one, other]) => Math.abs(document.querySelector(one).getBoundingClientRect().top - "
        "document.querySelector(other).getBoundingClientRect().top)"
    )
    assert record.evaluate(distance, ["[data-status='network-health-check']", "[data-round]"]) < 200
    record.locator("[data-round='autumn'] button").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(said(record, "network-health-check")).to_contain_text("Deleted: Network health check, 1 September 2025")
    expect(record.locator("[data-exercise]")).to_have_count(0)
    expect(record.locator("[data-status='network-health-check']")).to_be_focused()
    bring_in(
        record,
        tmp_path,
        {
            "kind": "systems-leadership-casebook",
            "date": "2025-10-01",
            "exercises": [rounds_of("network-health-check", SPRING)],
        },
    )
    expect(record.locator("[data-found]")).to_be_focused()
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_contain_text("Added: 1 set of answers")
    expect(record.locator("[data-status='bring']")).to_be_focused()
    record.locator("[data-delete-all]").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(said(record, "all")).to_have_text("Everything is deleted.")
    expect(record.locator("[data-status='all']")).to_be_focused()


def test_what_another_window_changes_takes_no_focus(record: Page, served: str) -> None:
    record.locator("[data-round='autumn'] button").focus()
    other = record.context.new_page()
    other.goto(f"{served}/{RECORD}")
    other.locator("[data-round='spring'] button").click()
    other.locator("dialog[open] [data-yes]").click()
    expect(record.locator("[data-round]")).to_have_count(1)
    expect(record.locator("[data-round='autumn'] button")).to_be_focused()


def test_a_damaged_round_in_a_file_costs_no_other(record: Page, tmp_path: Path) -> None:
    winter = one_round("winter", "2025-12-01", {"tell-a-stranger": 1})
    bring_in(
        record,
        tmp_path,
        {
            "kind": "systems-leadership-casebook",
            "exercises": [rounds_of("network-health-check", winter, {"id": "half"})],
        },
    )
    expect(record.locator("[data-found]")).to_contain_text("1 set of answers to add, 0 here already")
    expect(record.locator("[data-found]")).to_contain_text(
        "1 set of answers in the file cannot be read and will be left out."
    )
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_contain_text("Added: 1 set of answers")
    assert [one["id"] for one in stored(record)] == ["spring", "autumn", "winter"]


def test_an_import_without_room_for_all_changes_nothing(record: Page, tmp_path: Path) -> None:
    before = record.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    record.evaluate("""() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        if (key.endsWith('two-sets-of-eyes')) throw new DOMException('no room', 'QuotaExceededError');
        set.call(this, key, text);
      };
    }""")
    winter = one_round("winter", "2025-12-01", {"tell-a-stranger": 1})
    several = [rounds_of(slug, winter) for slug in ("network-health-check", "planning-room", "two-sets-of-eyes")]
    bring_in(record, tmp_path, {"kind": "systems-leadership-casebook", "exercises": several})
    record.locator("[data-import-go]").click()
    expect(said(record, "bring")).to_have_text("There is no room left on the device. Nothing was changed.")
    assert record.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before
    expect(record.locator("[data-exercise]")).to_have_count(1)


def test_a_file_that_the_browser_cannot_read_is_said(record: Page, tmp_path: Path) -> None:
    record.evaluate(
        "() => { Blob.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError')); }"
    )
    bring_in(record, tmp_path, "{}")
    expect(said(record, "bring")).to_have_text(
        "The file could not be read. Copy it to this device first, then open it again. Nothing was changed."
    )


def test_what_cannot_be_read_can_be_taken_out_and_is_deleted_only_when_named(
    page: Page, served: str, tmp_path: Path
) -> None:
    page.goto(f"{served}/{RECORD}")
    page.evaluate("""([prefix, aside]) => {
      localStorage.setItem(prefix + 'planning-room', '{now');
      localStorage.setItem(aside + 'planning-room', '{first');
      localStorage.setItem(aside + 'planning-room:2', '{second');
      localStorage.setItem(aside + 'two-sets-of-eyes', '{other');
    }""", [PREFIX, ASIDE])  # fmt: skip
    again(page)
    expect(page.locator("h2", has_text="Two sets of eyes")).to_be_visible()
    expect(page.locator("[data-aside] > span")).to_have_text(["Text 1", "Text 2", "Text 1"])
    for number, (place, text) in enumerate((("[data-broken]", "{now"), ("[data-aside$=':2']", "{second"))):
        with page.expect_download() as coming:
            page.locator(f"{place} button", has_text="Download the text").click()
        coming.value.save_as(tmp_path / f"{number}.txt")
        assert (tmp_path / f"{number}.txt").read_text() == text
        expect(said(page, "planning-room")).to_contain_text("in your downloads")
    saved(page, "[data-export-json]", tmp_path)
    expect(said(page, "take")).to_contain_text("4 saved texts that cannot be read were left out of the file.")
    page.locator("[data-broken] button", has_text="Delete the text").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(said(page, "planning-room")).to_have_text("Deleted: The planning room.")
    page.locator("[data-aside$=':2'] button", has_text="Delete the text").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-aside$=':2']")).to_have_count(0)
    left = page.evaluate("Object.keys(localStorage).sort()")
    assert left == [f"{ASIDE}planning-room", f"{ASIDE}two-sets-of-eyes"]
    page.locator("[data-delete-all]").click()
    expect(page.locator("dialog[open] [data-question]")).to_contain_text(
        "2 saved texts that the page cannot read will be deleted too."
    )
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-empty]")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_damaged_round_on_the_device_is_said_and_never_lost(record: Page) -> None:
    store(record, rounds_of("network-health-check", SPRING, AUTUMN, {"id": "half"}))
    again(record)
    expect(record.locator("[data-damaged]")).to_contain_text(
        "There is also 1 set of answers saved here that cannot be read."
    )
    expect(record.locator("[data-round]")).to_have_count(2)
    record.locator("[data-round='spring'] button").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(record.locator("[data-aside]")).to_have_count(1)
    assert '"half"' in record.evaluate("key => localStorage.getItem(key)", f"{ASIDE}network-health-check")
    record.locator("[data-aside] button", has_text="Delete the text").click()
    expect(record.locator("dialog[open] [data-question]")).to_contain_text("cannot be read. Delete it?")


def test_a_map_stands_in_the_record_with_its_roles_kinds_and_ties(page: Page, served: str) -> None:
    page.goto(f"{served}/{RECORD}")
    kinds = {"Matron": "acute-trust", "Board": "table"}

    def mapped(name: str, date: str, roles: list[str], *ties: tuple[str, str, str, bool, int]) -> dict[str, Any]:
        ids = {role: f"role-{number}" for number, role in enumerate(roles, 1)}
        fields = ("from", "to", "strength", "one_person", "tokens")
        tied = [dict(zip(fields, (ids[start], ids[end], *rest), strict=True)) for start, end, *rest in ties]
        named = [{"id": ids[role], "label": role, "kind": kinds.get(role, "")} for role in roles]
        return one_round(name, date, {}) | {"answers": {"map": {"roles": named, "ties": tied}}}

    spring = mapped("spring", "2025-03-01", ["Matron", "Board", "Coroner"], ("Matron", "Board", "thick", True, 3))
    autumn = mapped(
        "autumn",
        "2025-09-01",
        ["Board", "Nurse", "Matron"],
        ("Board", "Nurse", "thin", False, 0),
        ("Board", "Matron", "broken", False, 1),
    )
    store(page, rounds_of("relationship-budget", spring, autumn))
    again(page)
    rows = page.locator("[data-exercise='relationship-budget'] tbody tr")
    expect(rows.first).to_have_text("Roles and lines")
    expect(rows.filter(has_text="Role: Matron").locator("td")).to_have_text(
        ["Hospital or hospital trust", "Hospital or hospital trust"]
    )
    expect(rows.filter(has_text="Role: Coroner").locator("td")).to_have_text(["no tie", "not on the map"])
    expect(rows.filter(has_text="Tie: Matron – Board").locator("td")).to_have_text(
        ["thick, hangs on one person, 3 tokens", "broken, 1 token"]
    )
    expect(rows.filter(has_text="Tie: Board – Nurse").locator("td")).to_have_text(["not on the map", "thin"])


@pytest.mark.parametrize("width", [1280, 320])
def test_a_record_with_everything_in_it_is_accessible(record: Page, tmp_path: Path, width: int) -> None:
    record.set_viewport_size({"width": width, "height": 700})
    record.evaluate("aside => localStorage.setItem(aside + 'planning-room', '{')", ASIDE)
    store(record, rounds_of("two-sets-of-eyes", SPRING, {"id": "half"}))
    again(record)
    record.locator("[data-round='spring'] button").first.click()
    record.locator("dialog[open] [data-yes]").click()
    for scheme in ("light", "dark"):
        record.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert [violation["id"] for violation in Axe().run(record).response["violations"]] == []
    assert record.evaluate("document.documentElement.scrollWidth") <= width
    small = "all => all.filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML.slice(0, 80))"
    assert record.locator("my-record :is(button, li a):visible").evaluate_all(small) == []
