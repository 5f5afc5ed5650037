"""My record in a real browser: rounds side by side, taken along and brought in without loss, deleted one by one and all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
RECORD = "exercises/record.html"
PREFIX = "casebook:answers:"


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
    expect(section.locator("thead th")).to_have_text(["Question", "1 March 2025, version 0.1.0", "1 September 2025, version 0.1.0"])
    expect(section.locator("tbody tr").first.locator("th, td")).to_have_text(["Task", "2.3", "4.3"])
    expect(section.locator("tbody tr").nth(1).locator("td")).to_have_text(["A little true", "Mostly true"])


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
    expect(record.locator("[data-status]")).to_have_text("Deleted.")
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
    expect(record.locator("[data-found]")).to_contain_text("2 rounds to come in, 0 here already")
    assert record.evaluate("localStorage.length") == 0
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-status]")).to_contain_text("Added: 2 rounds")
    assert stored(record) == before


def test_the_record_goes_out_as_a_document(record: Page, tmp_path: Path) -> None:
    text = saved(record, "[data-export-markdown]", tmp_path).read_text(encoding="utf-8")
    assert "## Network health check" in text
    assert "### 1 March 2025, version 0.1.0" in text
    assert "**Task: 2.3**" in text
    assert "Any of us could tell a stranger in a sentence what we are doing together.: A little true" in text


def test_what_comes_in_joins_what_is_here(record: Page, tmp_path: Path) -> None:
    other = one_round("spring", "2025-03-01", {"tell-a-stranger": 5})
    bring_in(record, tmp_path, {"kind": "systems-leadership-casebook", "date": "2025-10-01", "exercises": [rounds_of("network-health-check", AUTUMN, other)]})
    expect(record.locator("[data-found]")).to_contain_text("1 round to come in, 1 here already")
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-status]")).to_contain_text("Added: 1 round")
    marks = [one["answers"]["marks"]["tell-a-stranger"] for one in stored(record)]
    assert sorted(marks) == [2, 4, 5]


def test_the_answers_of_one_exercise_come_in_too_and_only_once(record: Page, tmp_path: Path) -> None:
    answers = {"kind": "systems-leadership-casebook", "exercise": "planning-room", "title": "The planning room", "version": "0.1.0", "date": "2025-05-03"}
    said = answers | {"answers": {"room": {"letter": "split"}}}
    bring_in(record, tmp_path, said)
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-status]")).to_contain_text("Added: 1 round")
    bring_in(record, tmp_path, said)
    expect(record.locator("[data-status]")).to_contain_text("Everything in the file is here already")
    assert len(stored(record, "planning-room")) == 1
    expect(record.locator("[data-exercise='planning-room'] tbody")).to_contain_text("You say that there are two jobs.")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind":"systems-leadership-casebook","exercises":[{"exercise":"a"}]}'])
def test_a_file_that_is_not_ours_changes_nothing(record: Page, tmp_path: Path, text: str) -> None:
    before = stored(record)
    bring_in(record, tmp_path, text)
    expect(record.locator("[data-status]")).to_contain_text("Nothing was changed")
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
    expect(record.locator("[data-status]")).to_contain_text("changed in another window")
    assert len(stored(record)) == 2


def test_from_a_memory_stick_a_file_can_be_looked_at_and_nothing_is_stored(page: Page, built_site: Path, tmp_path: Path) -> None:
    page.goto((built_site / RECORD).as_uri())
    expect(page.locator("[data-problem]")).to_contain_text("keeps nothing on the device")
    bring_in(page, tmp_path, {"kind": "systems-leadership-casebook", "date": "2025-10-01", "exercises": [rounds_of("network-health-check", SPRING, AUTUMN)]})
    page.locator("[data-import-go]").click()
    expect(page.locator("[data-exercise='network-health-check'] tbody tr").first.locator("th, td")).to_have_text(["Task", "2.3", "4.3"])
    assert page.evaluate("localStorage.length") == 0
    again(page)
    expect(page.locator("[data-exercise]")).to_have_count(0)


def test_forbidden_storage_is_told(page: Page, served: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page.goto(f"{served}/{RECORD}")
    expect(page.locator("[data-problem]")).to_contain_text("does not let the page read")
