"""Role rounds: what a seat alone knows is on its own card, what was done in reality is in the facilitator's notes, and
every sheet says what is invented.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.render.paper.exercise_sheets import shared_by, sheets_of_exercise, tables_of
from casebook.schema.exercise import Exercise
from casebook.site.pages import exercise_pages
from real_library import real_library
from telling import plain, words_of

HERE = real_library()
ROUNDS = sorted(slug for slug, one in HERE.exercises.items() if one.role_round)


def paper(library: Library, slug: str) -> dict[str, str]:
    """The words of each sheet on the page of sheets, and of each seat's card, by their names."""
    html = str(PageContext(library, f"exercises/{slug}/paper.html").use.exercise_paper(slug))
    sheets: dict[str, str] = {}
    for shown_by, sheet in re.findall(
        r'<div class="on-paper([^"]*)"[^>]*>(.*?)(?=<div class="on-paper|\Z)', html, re.S
    ):
        for name in re.findall(r"for-([\w-]+)", shown_by):
            sheets[name] = f"{sheets.get(name, '')} {said(sheet)}"
    for one in ("large-print", "pack"):  # the same sheets, set otherwise or all together
        sheets.pop(one)
    return sheets


def page(library: Library, slug: str) -> str:
    return said(str(PageContext(library, f"exercises/{slug}.html").use.exercise_page(slug)))


def said(html: str) -> str:
    return " ".join(words_of(html).split())


def alone(exercise: Exercise) -> Iterator[tuple[str, list[str]]]:
    """What is on the card of each seat and on no other, by the name of the card."""
    for number, seat in enumerate(exercise.seats, 1):
        texts = [*seat.knows, seat.board or "", seat.wants or "", seat.gives or ""]
        yield f"seat-{number}", [plain(text) for text in texts]


def only_for_notes(exercise: Exercise) -> list[str]:
    assert exercise.role_round
    reasons = [*exercise.role_round.in_reality, *(one for seat in exercise.seats for one in seat.rests_on)]
    return [plain(one.text) for one in reasons]


def test_there_are_two_rounds_of_six_seats() -> None:
    assert ROUNDS == ["four-desks-two-chairs", "the-key-to-the-cupboard"]
    assert {len(HERE.exercises[slug].seats) for slug in ROUNDS} == {6}


@pytest.mark.parametrize("slug", ROUNDS)
def test_what_a_seat_knows_is_on_its_own_card_and_on_no_other(slug: str) -> None:
    sheets = paper(HERE, slug)
    for card, texts in alone(HERE.exercises[slug]):
        assert [text for text in texts if text not in sheets[card]] == []
        others = {name: words for name, words in sheets.items() if name not in (card, "seat-cards", "notes")}
        assert [(name, text) for name, words in others.items() for text in texts if text in words] == []


@pytest.mark.parametrize("slug", ROUNDS)
def test_the_page_of_a_round_tells_no_card_and_no_reality(slug: str) -> None:
    exercise = HERE.exercises[slug]
    shown = page(HERE, slug)
    texts = [text for _, card in alone(exercise) for text in card] + only_for_notes(exercise)
    assert exercise.role_round
    if exercise.role_round.shock:
        texts.append(plain(exercise.role_round.shock.text))
    assert [text for text in texts if text in shown] == []
    assert all(plain(text) in shown for text in (*exercise.role_round.setting, exercise.role_round.rule.text))


@pytest.mark.parametrize("slug", ROUNDS)
def test_what_was_done_in_reality_is_in_the_notes_alone(slug: str) -> None:
    sheets, texts = paper(HERE, slug), only_for_notes(HERE.exercises[slug])
    assert [text for text in texts if text not in sheets["notes"]] == []
    assert [(name, text) for name, words in sheets.items() for text in texts if name != "notes" and text in words] == []


@pytest.mark.parametrize("slug", ROUNDS)
def test_what_comes_later_is_on_its_own_card_alone(slug: str) -> None:
    exercise = HERE.exercises[slug]
    sheets = paper(HERE, slug)
    assert exercise.role_round
    shock = exercise.role_round.shock
    assert ("shock" in sheets) == (shock is not None)
    assert [name for name, words in sheets.items() if shock and plain(shock.text) in words] == ["shock"] * bool(shock)


@pytest.mark.parametrize("slug", ROUNDS)
def test_every_sheet_says_what_is_invented(slug: str) -> None:
    exercise = HERE.exercises[slug]
    assert exercise.fictional
    sheets = paper(HERE, slug)
    names = {one.name for one in sheets_of_exercise(exercise)} - {"large-print"}
    assert set(sheets) == names | {f"seat-{number}" for number in range(1, 7)}
    assert [name for name, words in sheets.items() if plain(exercise.fictional) not in words] == []
    assert plain(exercise.fictional) in page(HERE, slug)


@pytest.mark.parametrize("slug", ROUNDS)
def test_the_minutes_add_up(slug: str) -> None:
    exercise = HERE.exercises[slug]
    assert exercise.role_round
    steps = [step for step in exercise.plan if step.who != "alone"]
    assert exercise.minutes_group == 75
    predicted = next(index for index, step in enumerate(steps) if step.part == "prediction")
    talks = next(index for index, step in enumerate(steps) if "in pairs" in step.text)
    assert predicted < talks, "a prediction is written before anybody talks"
    at_table = [step.minutes for step in steps if step.part == "decision" and step.minutes > 5]
    assert sum(at_table) == 30
    assert "30 minutes" in exercise.role_round.rule.text
    if shock := exercise.role_round.shock:
        assert at_table[0] == shock.after
    out_of_role, debrief = steps[-2:]
    assert "‘I was’" in out_of_role.text
    assert "There is no winner." in debrief.text


@pytest.mark.parametrize("slug", ROUNDS)
def test_a_seat_card_is_handed_out_once_and_the_sheet_before_anybody_writes_on_it(slug: str) -> None:
    steps = [step.text for step in HERE.exercises[slug].plan if step.who != "alone"]
    assert [place for place, text in enumerate(steps) if re.search(r"(Give|Hand out)[^.]* seat cards?", text)] == [1]
    given = [place for place, text in enumerate(steps) if re.search(r"(Give|Hand out)[^.]* participant sheet", text)]
    written = [place for place, text in enumerate(steps) if "Write down" in text]
    assert given == [0]
    assert given[0] < written[0]


@pytest.mark.parametrize("slug", ROUNDS)
def test_fourteen_people_play_at_two_tables_and_each_has_one_of_everything(slug: str) -> None:
    exercise = HERE.exercises[slug]
    tables = tables_of(exercise)
    assert tables
    assert tables.fewest <= exercise.group.from_, "the smallest group has a table"
    assert math.ceil(14 / tables.usual) == 2 == 14 // tables.fewest
    of_table = {
        name for name in ("seat-cards", "rule", "shock", "sheet", "note") if shared_by(exercise, name) == "table"
    }
    assert of_table == {"seat-cards", "rule", "shock"}
    assert "seven to twelve" in (exercise.adapt.room or "").replace("With seven", "with seven")


@pytest.mark.parametrize("slug", ROUNDS)
def test_the_facilitator_sheet_is_one_sheet_of_paper(slug: str) -> None:
    html = str(PageContext(HERE, f"exercises/{slug}/paper.html").use.exercise_facilitator(slug))
    assert re.findall(r'data-sides="(\d)"', html) == ["2"]
    first_side, second = html.split("data-new-side")
    assert "The minutes" in first_side, "they begin where there is room"
    assert "To talk about" in second


@pytest.mark.parametrize("slug", ROUNDS)
def test_nothing_of_a_round_is_scored_or_counted(slug: str) -> None:
    exercise = HERE.exercises[slug]
    assert exercise.pool == "never"
    assert not any(part.patterns for part in exercise.parts)
    assert {part.kind for part in exercise.parts} == {"text", "grid"}
    assert "key" not in {one.name for one in sheets_of_exercise(exercise)}


@pytest.mark.parametrize("slug", ROUNDS)
def test_neither_data_nor_search_hold_a_card(slug: str, built_site: Path) -> None:
    exercise = HERE.exercises[slug]
    held = [one.searched for one in exercise_pages(HERE, slug)]
    assert held == [True, False]
    texts = [text for seat in exercise.seats for text in (*seat.knows, seat.board or "")]
    files = [path for path in built_site.rglob("*") if path.suffix in (".js", ".json", ".csv", ".xml", ".txt")]
    assert files
    found = [(path.name, text) for path in files for text in texts if text in path.read_text("utf-8", "ignore")]
    assert found == []
