"""Records of any shape: opened within two seconds or refused in words; what was there before stays listed, and can be
taken out and deleted.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
RECORD = "exercises/record.html"
PREFIX = "casebook:answers:"
INPUTS = Path(__file__).resolve().parents[1] / "inputs/attack"
MINE = {
    "id": "mine",
    "date": "2025-03-01",
    "version": "0.1.0",
    "seal": "mine",
    "answers": {"sentence": {"task": "My own words"}},
}
# Seconds in which the list is drawn; a quiet machine needs a tenth of it.
LIMIT = 12.0
WAKES = """() => {
  const element = document.querySelector('my-record');
  element.disconnectedCallback();
  const began = performance.now();
  element.connectedCallback();
  return (performance.now() - began) / 1000;
}"""


def one_round(name: str, answers: Any, date: str = "2025-05-05") -> dict[str, Any]:
    return {"id": name, "date": date, "version": "0.1.0", "seal": name, "answers": answers}


def record_of(*rounds: dict[str, Any], exercise: str = "task-in-one-breath") -> str:
    return json.dumps(
        {
            "kind": "systems-leadership-casebook",
            "exercises": [{"exercise": exercise, "title": "T", "rounds": list(rounds)}],
        }
    )


def pairs_of(count: int) -> str:
    """An object with so many keys, as JSON."""
    return json.dumps({f"{number}z": 1 for number in range(count)})


# What comes in and must be shown, by name.
OPENED = {
    "20,000 keys": (INPUTS / "record-keys-20000.json").read_text(),
    "60,000 keys": (INPUTS / "record-keys-60000.json").read_text(),
    "half a letter": (INPUTS / "record-surrogate.json").read_text(),
    "toString": (INPUTS / "record-tostring.json").read_text(),
    "30,000 parts": record_of(one_round("r", json.loads(pairs_of(30_000)))),
    "1,000 rounds of one day": record_of(
        *(one_round(f"r{number}", {"sentence": {"task": str(number)}}) for number in range(1_000))
    ),
    "1,000 rounds of one name": record_of(
        *(one_round("r", {"sentence": {"task": str(number)}}) for number in range(1_000))
    ),
    "20,000 rows of one id": record_of(
        one_round("r", {"canvas": {"rows": [{"id": "a", "cells": {"b": str(number)}} for number in range(20_000)]}}),
        exercise="will-it-hold-on-monday",
    ),
    "10,000 roles of one name, tied in one pair": record_of(
        one_round(
            "r",
            {
                "map": {
                    "roles": [{"id": "role-1", "label": "A"}] * 10_000,
                    "ties": [{"from": "role-1", "to": "role-1"}] * 10_000,
                }
            },
        ),
        exercise="relationship-budget",
    ),
    "names of every object": record_of(
        one_round(
            "constructor",
            {name: {name: name} for name in ("constructor", "toString", "__proto__", "hasOwnProperty", "valueOf")},
        ),
        exercise="constructor",
    ),
    "wrong types": record_of(
        one_round(
            "r",
            {
                "cards": {
                    "boxes": [1],
                    "marks": {"constructor": {"a": 1}},
                    "notes": 5,
                    "piles": {"__proto__": [1]},
                    "own": {"a": 1},
                }
            },
        ),
        exercise="form-follows-work",
    ),
    "half letters everywhere": record_of(
        {**one_round("\udc00\ud800", {"\ud800": "\udfff"}, "\ud800"), "version": "\ud800"}
    ),
}


@pytest.fixture
def record(page: Page, served: str) -> Page:
    """My record with one round of the visitor's own."""
    page.goto(f"{served}/{RECORD}")
    mine = {"exercise": "task-in-one-breath", "title": "T", "rounds": [MINE]}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}task-in-one-breath", json.dumps(mine)])
    return again(page)


def again(page: Page) -> Page:
    page.reload()
    expect(page.locator("[data-list] h2").first).to_be_visible()
    return page


def bring_in(page: Page, folder: Path, text: str) -> None:
    (folder / "in.json").write_text(text, encoding="utf-8")
    page.locator("my-record [data-file]").set_input_files(folder / "in.json")


def taken_out(page: Page, button: str, folder: Path) -> str:
    with page.expect_download() as coming:
        page.locator(button).click()
    coming.value.save_as(folder / "out")
    return (folder / "out").read_text(encoding="utf-8")


def mine_is_there(page: Page) -> None:
    expect(page.locator("[data-round='mine'] button")).to_be_visible()
    expect(page.locator("[data-exercise='task-in-one-breath'] tbody").first).to_contain_text("My own words")


@pytest.mark.parametrize("name", OPENED)
def test_a_record_of_any_shape_puts_nothing_out_of_use(record: Page, tmp_path: Path, name: str) -> None:
    errors: list[str] = []
    record.on("pageerror", lambda error: errors.append(str(error)))
    bring_in(record, tmp_path, OPENED[name])
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-status='bring']")).to_contain_text("Added")
    again(record)
    assert record.evaluate(WAKES) < LIMIT
    if "rounds of one day" in name or "rounds of one name" in name:
        record.get_by_role("button", name="earlier sets of answers").click()
        expect(record.locator("[data-round]")).to_have_count(1_001)
    expect(record.locator("[data-round='mine'] button")).to_be_visible()
    out = json.loads(taken_out(record, "[data-export-json]", tmp_path))
    rounds = {one["exercise"]: one["rounds"] for one in out["exercises"]}
    given = json.loads(OPENED[name])["exercises"][0]
    assert MINE in rounds["task-in-one-breath"]
    assert [one["answers"] for one in rounds[given["exercise"]] if one != MINE] == [
        one["answers"] for one in given["rounds"]
    ]
    document = taken_out(record, "[data-export-markdown]", tmp_path)
    assert "My own words" in document
    assert "native code" not in document + record.locator("[data-list]").inner_text()
    record.locator("[data-delete-all]").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(record.locator("[data-status='all']")).to_have_text("Everything is deleted.")
    assert record.evaluate("localStorage.length") == 0
    assert errors == []


def test_a_round_with_half_a_letter_in_its_name_can_be_opened(record: Page, tmp_path: Path) -> None:
    bring_in(record, tmp_path, OPENED["half a letter"])
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-round]")).to_have_count(2)
    record.locator("[data-round]").last.get_by_role("link").click()
    expect(record.locator("[data-saved-status]")).to_contain_text("are open")


def test_names_of_every_object_stand_as_they_are(record: Page, tmp_path: Path) -> None:
    bring_in(record, tmp_path, OPENED["toString"])
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-exercise='form-follows-work'] tbody")).to_contain_text("toString")
    mine_is_there(record)


def test_a_table_that_is_cut_short_says_so(record: Page, tmp_path: Path) -> None:
    bring_in(record, tmp_path, OPENED["20,000 keys"])
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-left-out]")).to_have_text(
        "19800 more lines are not shown here. They are in the files that you can download below."
    )
    mine_is_there(record)


def test_thousands_of_exercises_are_brought_in_listed_taken_out_and_deleted(record: Page, tmp_path: Path) -> None:
    exercises = [
        {"exercise": f"a-{number}", "title": "T", "rounds": [one_round("r", {"a": {"b": "c"}})]}
        for number in range(5_000)
    ]
    bring_in(record, tmp_path, json.dumps({"kind": "systems-leadership-casebook", "exercises": exercises}))
    record.locator("[data-import-go]").click()
    expect(record.locator("[data-status='bring']")).to_contain_text("Added: 5000 sets of answers")
    again(record)
    mine_is_there(record)
    expect(record.locator("[data-list] h2")).to_have_count(100)
    assert record.evaluate(WAKES) < LIMIT
    assert len(json.loads(taken_out(record, "[data-export-json]", tmp_path))["exercises"]) == 5_001
    record.locator("[data-delete-all]").click()
    record.locator("dialog[open] [data-yes]").click()
    expect(record.locator("[data-status='all']")).to_have_text("Everything is deleted.")
    assert record.evaluate("localStorage.length") == 0


def test_letters_of_a_record_that_cannot_be_read_are_told_before_it_comes_in(record: Page, tmp_path: Path) -> None:
    text = json.dumps(json.loads(record_of(one_round("r", {"sentence": {"task": "Łódź café"}}))), ensure_ascii=False)
    (tmp_path / "in.json").write_bytes(text.encode("cp1250"))
    record.locator("my-record [data-file]").set_input_files(tmp_path / "in.json")
    expect(record.locator("[data-found]")).to_contain_text("Some characters in this file cannot be read")


def test_exercises_beyond_the_first_hundred_are_listed_when_asked_for(record: Page, tmp_path: Path) -> None:
    exercises = [
        {"exercise": f"z-{number:03}", "title": "T", "rounds": [one_round("r", {"a": {"b": "c"}})]}
        for number in range(102)
    ]
    bring_in(record, tmp_path, json.dumps({"kind": "systems-leadership-casebook", "exercises": exercises}))
    record.locator("[data-import-go]").click()
    more = record.get_by_role("button", name="List 3 more exercises")
    more.click()
    expect(more).to_have_count(0)
    expect(record.locator("[data-list] h2")).to_have_count(103)
    expect(record.locator("[data-exercise='z-099'] h2")).to_be_focused()


@pytest.mark.parametrize(
    "text",
    [(INPUTS / "record-deep.json").read_text(), (INPUTS / "answers-deep.json").read_text()],
    ids=["record", "answers"],
)
def test_what_is_nested_too_deeply_is_not_brought_in(record: Page, tmp_path: Path, text: str) -> None:
    bring_in(record, tmp_path, text)
    expect(record.locator("[data-status='bring']")).to_contain_text("its structure is too complex")
    expect(record.locator("[data-found]")).to_be_hidden()
    mine_is_there(record)


def test_a_deep_round_beside_a_sound_one_costs_only_itself(record: Page, tmp_path: Path) -> None:
    deep = json.dumps(one_round("deep", {"zz": "DEEP"})).replace('"DEEP"', "[" * 3_000 + "]" * 3_000)
    text = record_of(one_round("sound", {"sentence": {"task": "Sound"}})).replace('"rounds": [', f'"rounds": [{deep}, ')
    bring_in(record, tmp_path, text)
    expect(record.locator("[data-found]")).to_contain_text("1 set of answers to add, 0 here already")
    expect(record.locator("[data-found]")).to_contain_text(
        "1 set of answers in the file cannot be read and will be left out."
    )


@pytest.mark.parametrize("name", ["record-deep", "record-surrogate", "record-keys-60000", "record-tostring"])
def test_whoever_has_such_a_record_already_can_list_take_out_and_delete_it(
    page: Page, served: str, tmp_path: Path, name: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    text = (INPUTS / f"{name}.json").read_text().partition('"exercises":[')[2][:-2]
    slug = text.partition('"exercise":"')[2].partition('"')[0]
    page.goto(f"{served}/{RECORD}")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [PREFIX + slug, text])
    mine = {"exercise": "two-sets-of-eyes", "title": "T", "rounds": [MINE]}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}two-sets-of-eyes", json.dumps(mine)])
    again(page)
    expect(page.locator("[data-round='mine'] button")).to_be_visible()
    section = page.locator(f"[data-exercise='{slug}']")
    if name == "record-deep":
        expect(section.locator("[data-broken]")).to_contain_text("cannot be read")
        assert taken_out(page, f"[data-exercise='{slug}'] [data-broken] button >> nth=0", tmp_path) == text
    out = json.loads(taken_out(page, "[data-export-json]", tmp_path))
    assert [one["exercise"] for one in out["exercises"]] == [
        *([] if name == "record-deep" else [slug]),
        "two-sets-of-eyes",
    ]
    page.locator("[data-delete-all]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-status='all']")).to_have_text("Everything is deleted.")
    assert errors == []


LIES = {
    "setItem does nothing": "Storage.prototype.setItem = () => {}",
    "setItem keeps half": "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { "
    "set.call(this, key, text.slice(0, 9)); }",
}


@pytest.mark.parametrize("name", LIES)
def test_a_storage_that_lies_is_not_believed(page: Page, served: str, tmp_path: Path, name: str) -> None:
    page.add_init_script(LIES[name])
    page.goto(f"{served}/exercises/network-health-check.html")
    page.locator("[data-item='none-alone'] input[value='2']").check()
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_have_text(
        "This browser did not keep what you saved. Your answers are still on this page; download them to keep them."
    )
    assert "none-alone" in taken_out(page, "[data-download]", tmp_path)
    page.goto(f"{served}/{RECORD}")
    bring_in(page, tmp_path, record_of(MINE))
    page.locator("[data-import-go]").click()
    expect(page.locator("[data-status='bring']")).to_contain_text(
        "This browser did not keep what you added, or not all of it."
    )


@pytest.mark.parametrize("act", ["throw new DOMException('no', 'SecurityError')", "", "return true"])
def test_what_is_not_deleted_is_not_called_deleted(page: Page, served: str, act: str) -> None:
    page.add_init_script(f"Storage.prototype.removeItem = () => {{ {act} }}")
    page.goto(f"{served}/exercises/network-health-check.html")
    page.locator("[data-item='none-alone'] input[value='2']").check()
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    page.locator("[data-delete]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-status]")).to_contain_text("This browser does not let the page delete what is saved.")
    page.goto(f"{served}/{RECORD}")
    for button, line in (("[data-delete-all]", "all"), ("[data-round] button", "network-health-check")):
        page.locator(button).click()
        page.locator("dialog[open] [data-yes]").click()
        expect(page.locator(f"[data-status='{line}']")).to_contain_text("This browser does not let the page")
    expect(page.locator("[data-round]")).to_have_count(1)


def test_without_crypto_saving_works(page: Page, served: str) -> None:
    page.add_init_script("Object.defineProperty(globalThis, 'crypto', {value: undefined})")
    page.goto(f"{served}/exercises/network-health-check.html")
    page.locator("[data-item='none-alone'] input[value='2']").check()
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    assert len(json.loads(page.evaluate(f"localStorage.getItem('{PREFIX}network-health-check')"))["rounds"]) == 1
