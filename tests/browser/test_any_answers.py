"""Files of answers of any shape: what the page has no place for is told, kept, and in the next file; nothing saved is
written over with less.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exercising import ready
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SLUG = "hostile-exercise"
KEY = f"casebook:answers:{SLUG}"
INPUTS = Path(__file__).resolve().parents[1] / "inputs/attack"

# Each holds “kept” words (kept-1, kept-2, …) that must be in the next file, wherever they stand there.
SHAPES: dict[str, Any] = {
    "statements as a text": {"marks": "kept-1"},
    "statements as a list": {"marks": ["kept-1", {"third": "kept-2"}]},
    "a mark that is no choice": {"marks": {"third": "kept-1", "tostring": 4}},
    "a mark that is an object": {"marks": {"third": {"toString": "kept-1"}, "__proto__": "kept-2"}},
    "pairs as a number of things": {"sides": {"p-one": ["kept-1"], "valueOf": "kept-2"}},
    "a story as a text": {"room": "kept-1"},
    "a choice that is no option": {"room": {"letter": "kept-1"}},
    "cards as a list": {"deck": ["kept-1"]},
    "boxes, marks, notes and piles as texts": {
        "deck": {"boxes": "kept-1", "marks": "kept-2", "notes": "kept-3", "piles": "kept-4", "drawn": "kept-5"}
    },
    "a box that is a list": {"deck": {"boxes": {"storm": ["kept-1"], "constructor": "kept-2"}}},
    "own cards of the same id": {
        "deck": {"own": [{"id": "own-1", "text": "kept-1"}, {"id": "own-1", "text": "kept-2"}]}
    },
    "own cards that are texts, and one with more to it": {
        "deck": {"own": ["kept-1", {"id": "own-2", "text": "Here", "colour": "kept-2"}]}
    },
    "a table as a text": {"table": "kept-1"},
    "a table of another kind": {"table": {"we-will": "kept-1", "boxes": {"a": "kept-2"}}},
    "rows that are texts": {"table": {"rows": ["kept-1", {"label": "kept-2", "cells": {}}]}},
    "rows as a text": {"table": {"rows": "kept-1", "unplaced": "kept-2"}},
    "cells that are numbers and lists": {
        "table": {"rows": [{"label": "kept-1", "cells": {"kept": ["kept-2"], "other": 7}}]}
    },
    "a row that stands twice": {
        "table": {"rows": [{"id": "a", "label": "kept-1", "cells": {}}, {"id": "a", "label": "kept-2", "cells": {}}]}
    },
    "more rows than there are": {
        "table": {"rows": [{"label": f"kept-{number}", "cells": {}} for number in range(1, 9)]}
    },
    "further fields of a row": {"table": {"rows": [{"label": "kept-1", "cells": {}, "colour": "kept-2"}]}},
    "texts as a list": {"words": ["kept-1"]},
    "a text that is an object": {"words": {"breath": {"valueOf": "kept-1"}, "gone": "kept-2"}},
    "a map as a text": {"who": "kept-1"},
    "roles of the same id": {
        "who": {"roles": [{"id": "role-1", "label": "kept-1"}, {"id": "role-1", "label": "kept-2"}], "ties": []}
    },
    "roles and ties that are texts": {"who": {"roles": "kept-1", "ties": ["kept-2"], "unplaced": "kept-3"}},
    "a role whose name is a list": {"who": {"roles": [{"id": "role-2", "label": ["kept-1"], "kind": {"a": "kept-2"}}]}},
    "strengths that are numbers, and ties with more to them": {
        "who": {
            "roles": [{"id": "role-1", "label": "A"}, {"id": "role-2", "label": "B"}],
            "ties": [
                {
                    "from": "role-1",
                    "to": "role-2",
                    "strength": 3,
                    "note": "kept-1",
                    "one_person": "kept-2",
                    "tokens": "kept-3",
                }
            ],
        }
    },
    "lengths as a text": {"lengths": "kept-1", "marks": {"third": 2}},
    "lengths of no part": {"lengths": {"marks": "kept-1", "gone": "kept-2"}, "marks": {"third": 2}},
    "parts of another version": {
        "constructor": "kept-1",
        "gone": {"a": ["kept-2", None, {"b": "kept-3"}]},
        "__proto__": {"a": "kept-4"},
    },
}


@pytest.fixture
def form(page: Page, served_hostile: str) -> Page:
    """The exercise that has every kind of part."""
    return ready(page, f"{served_hostile}/exercises/{SLUG}.html")


def file_of(answers: Any, **more: Any) -> dict[str, Any]:
    given = {"exercise": SLUG, "title": "T", "version": "0.1.0", "date": "2026-05-03", "answers": answers}
    return {"kind": "systems-leadership-casebook", **given, **more}


def open_file(page: Page, folder: Path, data: Any, replaces: bool = False) -> None:
    path = folder / "in.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    page.locator("exercise-form [data-file]").set_input_files(path)
    if replaces:
        page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("exercise-form [data-status]")).not_to_be_empty()


def taken_out(page: Page, folder: Path) -> str:
    with page.expect_download() as coming:
        page.locator("[data-download]").click()
    coming.value.save_as(folder / "out.json")
    return (folder / "out.json").read_text(encoding="utf-8")


def kept_words(data: Any) -> set[str]:
    """Every “kept” word in a value."""
    text = data if isinstance(data, str) else json.dumps(data)
    return {word for word in text.replace('"', " ").replace("\\", " ").split() if word.startswith("kept-")}


def stored(page: Page) -> list[dict[str, Any]]:
    return json.loads(page.evaluate("key => localStorage.getItem(key) ?? '{\"rounds\": []}'", KEY))["rounds"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", SHAPES)
def test_whatever_a_file_holds_is_in_the_next_file(form: Page, tmp_path: Path, name: str) -> None:
    errors: list[str] = []
    form.on("pageerror", lambda error: errors.append(str(error)))
    open_file(form, tmp_path, file_of(SHAPES[name]))
    expect(form.locator("[data-status]")).to_contain_text("are open")
    out = taken_out(form, tmp_path)
    assert kept_words(out) == kept_words(SHAPES[name])
    form.locator("[data-show-picture]").click()
    open_file(form, tmp_path, out, replaces=True)
    expect(form.locator("[data-status]")).to_contain_text("are open")
    assert json.loads(taken_out(form, tmp_path))["answers"] == json.loads(out)["answers"], "once more changes nothing"
    assert errors == []


@pytest.mark.parametrize(
    "name", [name for name in SHAPES if name not in {"a row that stands twice", "roles of the same id"}]
)
def test_the_record_shows_it_too(form: Page, served_hostile: str, name: str) -> None:
    round_ = {"id": "r", "date": "2026-05-03", "version": "0.1.0", "seal": "s", "answers": SHAPES[name]}
    form.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, json.dumps({"exercise": SLUG, "title": "T", "rounds": [round_]})],
    )
    form.goto(f"{served_hostile}/exercises/record.html")
    expect(form.locator("h2[tabindex]").first).not_to_have_text("An exercise that is not in this casebook: T")
    shown = form.locator(f"[data-exercise='{SLUG}'] tbody").inner_text()
    outside = {"kept-5"} if "drawn" in json.dumps(SHAPES[name]) else set()
    lengths = kept_words(SHAPES[name].get("lengths", ""))
    assert (
        kept_words(shown.replace(":", " ").replace(",", " ").replace(";", " "))
        >= kept_words(SHAPES[name]) - outside - lengths
    )


def test_it_is_said_how_much_has_no_place_and_where_it_was(form: Page, tmp_path: Path) -> None:
    open_file(form, tmp_path, file_of({"deck": ["one"], "gone": {"a": 1, "b": 2}}))
    expect(form.locator("[data-status]")).to_contain_text(
        "3 answers belong to parts that this version of the exercise does not have. They are kept, and will be in the next file you download."
    )
    expect(form.locator("[data-status]")).to_contain_text("Where in the exercise these answers were given: gone, deck.")


@pytest.mark.parametrize("code", ["latin-1", "cp1252", "cp850"])
def test_letters_that_cannot_be_read_are_told(form: Page, tmp_path: Path, code: str) -> None:
    (tmp_path / "in.json").write_bytes(
        json.dumps(file_of({"words": {"breath": "Café"}}), ensure_ascii=False).encode(code)
    )
    form.locator("exercise-form [data-file]").set_input_files(tmp_path / "in.json")
    expect(form.locator("[data-status]")).to_contain_text(
        "Some characters in this file cannot be read, and each shows as a question mark"
    )


def test_a_file_whose_letters_can_be_read_says_nothing_of_letters(form: Page, tmp_path: Path) -> None:
    open_file(form, tmp_path, file_of({"words": {"breath": "Café 漢字"}}))
    expect(form.locator("[data-status]")).to_contain_text("are open.")
    expect(form.locator("[data-status]")).not_to_contain_text("letters")


def test_what_has_no_place_is_kept_when_the_visitor_answers_anew(form: Page, tmp_path: Path) -> None:
    open_file(
        form,
        tmp_path,
        file_of(
            {"marks": {"third": "kept-1"}, "deck": {"boxes": {"storm": "kept-2"}}, "words": {"breath": ["kept-3"]}}
        ),
    )
    form.locator("[data-item='third'] input[value='2']").check()
    form.locator("[data-prompt='breath'] textarea").fill("New")
    out = taken_out(form, tmp_path)
    assert kept_words(out) == {"kept-1", "kept-2", "kept-3"}
    assert json.loads(out)["answers"]["marks"] == {"third": 2}


def test_a_round_of_which_not_all_has_a_place_is_not_written_over_on_the_same_day(form: Page) -> None:
    day = form.evaluate(
        "(() => { const now = new Date(); now.setMinutes(now.getMinutes() - now.getTimezoneOffset()); return "
        "now.toISOString().slice(0, 10); })()"
    )
    round_ = {
        "id": "r",
        "date": day,
        "version": "0.1.0",
        "seal": "s",
        "answers": {"table": "kept-1", "marks": {"third": 2}},
        "more": "kept-2",
    }
    form.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, json.dumps({"exercise": SLUG, "title": "T", "rounds": [round_], "colour": "kept-3"})],
    )
    form.reload()
    form.locator("[data-open-saved]").click()
    form.locator("[data-item='third'] input[value='4']").check()
    form.locator("[data-save]").click()
    expect(form.locator("[data-status]")).to_contain_text("Saved on this device")
    first, second = stored(form)
    assert first == round_
    assert kept_words(second) == {"kept-1", "kept-2"}
    assert second["answers"]["marks"] == {"third": 4}
    assert form.evaluate("key => JSON.parse(localStorage.getItem(key)).colour", KEY) == "kept-3"


@pytest.mark.parametrize("depth", [60, 500, 5_000, 200_000])
def test_answers_nested_too_deeply_are_refused_in_words_and_the_page_goes_on(
    form: Page, tmp_path: Path, depth: int
) -> None:
    errors: list[str] = []
    form.on("pageerror", lambda error: errors.append(str(error)))
    form.locator("[data-item='third'] input[value='2']").check()
    deep = json.dumps(file_of({"zz": "DEEP"})).replace('"DEEP"', "[" * depth + "]" * depth)
    open_file(form, tmp_path, deep)
    expect(form.locator("[data-status]")).to_have_text(
        "This file was not made by an exercise page: its structure is too complex. Nothing was changed."
    )
    form.locator("[data-save]").click()
    expect(form.locator("[data-status]")).to_contain_text("Saved on this device")
    assert stored(form)[0]["answers"] == {"marks": {"third": 2}}
    assert errors == []


def test_the_deep_file_of_the_attack_is_told_and_changes_nothing(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/task-in-one-breath.html")
    page.locator("exercise-form [data-file]").set_input_files(INPUTS / "answers-deep.json")
    expect(page.locator("[data-status]")).to_contain_text("its structure is too complex")


def test_the_grid_of_another_kind_is_kept_whole(page: Page, served: str, tmp_path: Path) -> None:
    ready(page, f"{served}/exercises/will-it-hold-on-monday.html")
    given = (INPUTS / "answers-grid-of-another-kind.json").read_text()
    open_file(page, tmp_path, given)
    expect(page.locator("[data-status]")).to_contain_text(
        "2 answers belong to parts that this version of the exercise does not have."
    )
    out = taken_out(page, tmp_path)
    assert "a text where a table stands now" in out
    assert "a text where marks stand" in out


def test_a_map_without_kinds_of_role_is_opened_without_a_false_word(form: Page, served_hostile: str) -> None:
    for number, name in enumerate(("Matron", "Council"), start=1):
        form.locator(f"[data-role='role-{number}'] [data-label]").fill(name)
    form.locator("[data-add-tie]").click()
    form.locator("[data-tie] [data-from]").select_option("role-1")
    form.locator("[data-save]").click()
    expect(form.locator("[data-status]")).to_contain_text("Saved on this device")
    form.reload()
    form.locator("[data-open-saved]").click()
    expect(form.locator("[data-saved-status]")).to_have_text(form.locator("[data-saved-status]").inner_text())
    expect(form.locator("[data-saved-status]")).to_contain_text("are open.")
    assert "belong" not in form.locator("[data-saved-status]").inner_text()


# The same page with other ids in it: no exercise of ours may use them, and a page that does all the same loses nothing.
IDS = {
    "a part called lengths": ("deck", "lengths"),
    "a part called constructor": ("deck", "constructor"),
    "statements called lengths": ("marks", "lengths"),
    "a card called constructor": ("storm", "constructor"),
    "a statement called length": ("third", "length"),
    "a part called exercise with the prompt data": ("breath", "data"),
}


@pytest.mark.parametrize("name", IDS)
def test_an_id_that_is_a_name_of_ours_loses_no_answer(
    page: Page, served_hostile: str, tmp_path: Path, name: str
) -> None:
    old, new = IDS[name]

    def renamed(route: Any) -> None:
        text = route.fetch().text()
        for mark in ('"', "'"):
            text = text.replace(f"{mark}{old}{mark}", f"{mark}{new}{mark}")
        for way in ("part--{}", "--{}", "{}.", ".{}", "{}/", "-{}"):
            text = text.replace(f'"{way.format(old)}', f'"{way.format(new)}')
        if new == "data":
            text = text.replace('data-part="words"', 'data-part="exercise"').replace(
                '"id": "words"', '"id": "exercise"'
            )
            text = text.replace("prompt-words--breath", "prompt-exercise--data")
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route(f"**/exercises/{SLUG}.html", renamed)
    ready(page, f"{served_hostile}/exercises/{SLUG}.html")
    page.locator("[data-length][value='short']").check()
    page.locator("[data-item='tostring'] input[value='2']").check()
    page.locator("[data-deal-cards]").click()
    page.locator("[data-card] input[type=radio][value='ours']:visible").first.check()
    page.locator("text-prompts textarea").fill("A text")
    before = json.loads(taken_out(page, tmp_path))["answers"]
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    page.reload()
    assert json.loads(taken_out(page, tmp_path))["answers"] == {}
    page.locator("[data-open-saved]").click()
    expect(page.locator("[data-saved-status]")).to_contain_text("are open.")
    assert json.loads(taken_out(page, tmp_path))["answers"] == before
    assert len(before) == 4
