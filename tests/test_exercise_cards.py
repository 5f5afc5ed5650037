"""Cards to cut out: every card once, as large as the longest allows, kept apart where they are kept back."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from casebook.components.exercise.exercise_cards.exercise_cards import sheets_of, size_of
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.schema.exercise_parts import Cards
from casebook.text.markdown import typographic


def deck(count: int, text: str = "A storm", **more: object) -> Cards:
    cards = [{"id": f"card-{number}", "text": text} for number in range(count)]
    return Cards.model_validate({"id": "deck", "kind": "cards", "cards": cards, **more})


def kinds(part: Cards) -> list[tuple[str, int]]:
    return [(sheet.kind, len(sheet.cards or sheet.headings)) for sheet in sheets_of(part)]


def test_an_exercise_has_a_sheet_of_cards_when_it_has_cards(library: Library) -> None:
    for exercise in library.exercises.values():
        has = any(isinstance(part, Cards) for part in exercise.parts)
        assert ("cards" in [paper.name for paper in sheets_of_exercise(exercise)]) == has


@pytest.mark.parametrize(
    ("letters", "on_a_sheet", "size"),
    [(60, 10, "large"), (61, 8, "middle"), (110, 8, "middle"), (111, 6, "small"), (900, 6, "small")],
)
def test_the_longest_text_says_how_large_the_cards_are(letters: int, on_a_sheet: int, size: str) -> None:
    part = deck(3, "x" * letters)
    assert size_of(part) == (on_a_sheet, size)
    assert [len(sheet.cards) for sheet in sheets_of(deck(on_a_sheet + 1, "x" * letters))] == [on_a_sheet, 1]


def test_blank_cards_fill_the_last_sheet() -> None:
    assert [sheet.cards for sheet in sheets_of(deck(12, own_cards=2))][-1] == (
        (11, "A storm"),
        (12, "A storm"),
        (0, ""),
        (0, ""),
    )
    assert kinds(deck(18, own_cards=6)) == [("cards", 10), ("cards", 10)]


def test_blank_cards_have_a_sheet_of_their_own_where_none_is_free() -> None:
    assert kinds(deck(10, own_cards=20)) == [("cards", 10), ("blank", 10)]


def test_blank_cards_come_first_and_apart_where_the_cards_are_kept_back() -> None:
    assert kinds(deck(3, own_cards=4, kept_back="the round is over")) == [("blank", 4), ("cards", 3)]


def test_each_box_has_a_heading() -> None:
    boxes = [{"id": f"box-{number}", "label": "A box"} for number in range(5)]
    assert kinds(deck(3, boxes=boxes)) == [("cards", 3), ("headings", 4), ("headings", 1)]


def test_every_card_stands_once_and_what_is_said_of_the_deck_never_on_a_card(library: Library) -> None:
    for slug, exercise in library.exercises.items():
        html = str(REGISTRY["exercise_cards"](PageContext(library, f"exercises/{slug}/paper.html"), slug))
        on_cards = re.findall(r"<li>.*?</li>", html, re.DOTALL)
        heads = re.findall(r"<header>.*?</header>", html, re.DOTALL)
        for part in exercise.parts:
            if not isinstance(part, Cards):
                continue
            for card in part.cards:
                text = f'<p class="card-words">{escape(typographic(card.text))}</p>'
                assert sum(text in one for one in on_cards) == 1
            if part.kept_back:
                line = f"Keep these cards back until {part.kept_back}."
                assert any(line in head for head in heads)
                assert not any(line in one for one in on_cards)
