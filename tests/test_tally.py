"""The tally sheet: who has one, the numbers beside it, and the rules it states."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from markupsafe import escape

from casebook.analysis.tally_thresholds import makes_an_end, makes_it_unseen, ranges, sheets_for_two
from casebook.data.payloads.tally import tally_rules
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.paper.exercise_sheets import counted_on, shared_by, sheets_of_exercise
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Pairs, RatedStatements
from casebook.text.markdown import typographic


def tally(library: Library, slug: str) -> str:
    return " ".join(str(REGISTRY["exercise_tally"](PageContext(library, f"exercises/{slug}/paper.html"), slug)).split())


def with_tally(library: Library) -> dict[str, Exercise]:
    return {
        slug: one
        for slug, one in library.exercises.items()
        if "tally" in [paper.name for paper in sheets_of_exercise(one)]
    }


@pytest.mark.parametrize("answers", range(5, 200))
def test_a_third_and_a_fifth_are_counted_up_to_whole_people(answers: int) -> None:
    third, fifth = makes_it_unseen(answers), makes_an_end(answers)
    assert Fraction(third, answers) >= Fraction(1, 3) > Fraction(third - 1, answers)
    assert fifth >= 2
    assert Fraction(fifth, answers) >= Fraction(1, 5)
    assert fifth == 2 or Fraction(fifth - 1, answers) < Fraction(1, 5)


def test_the_screen_has_the_numbers_of_the_paper(root: Path) -> None:
    """The fixture by which the page is tested (tests/scripts/group_patterns_test.ts) holds the numbers that it gets."""
    fixture = json.loads((root / "tests/fixtures/group_sheets.json").read_text(encoding="utf-8"))
    rules = tally_rules()
    assert fixture["rules"] == rules
    for answers in range(5, 60):
        assert makes_it_unseen(answers) == next(one for one in range(60) if one * rules["unseen_one_in"] >= answers)
        assert makes_an_end(answers) == next(
            one for one in range(60) if one >= rules["end_fewest"] and one * rules["end_one_in"] >= answers
        )


def test_two_people_count_so_many_sheets_and_there_are_as_many_tallies_as_pairs_who_count(library: Library) -> None:
    """As the plan of the health check says: six full sheets, or twelve short ones."""
    assert [sheets_for_two(statements) for statements in (40, 20, 16, 300)] == [6, 12, 15, 1]
    check = library.exercises["network-health-check"]
    assert [counted_on(check, one) for one in ("tally", "short-tally")] == [40, 20]
    assert [shared_by(check, one) for one in ("tally", "short-tally")] == [6, 12]
    assert any("about six full sheets in this time, or twelve short ones" in step.text for step in check.plan)
    for slug, exercise in with_tally(library).items():
        assert f"With more than {shared_by(exercise, 'tally')} sheets" in tally(library, slug)


def test_the_numbers_are_put_in_stretches_without_a_gap() -> None:
    assert list(ranges(makes_an_end, 5, 16)) == [(2, 5, 10), (3, 11, 15), (4, 16, 16)]
    assert list(ranges(makes_it_unseen, 8, 10)) == [(3, 8, 9), (4, 10, 10)]
    assert list(ranges(makes_an_end, 5, 5)) == [(2, 5, 5)]


def test_every_exercise_that_may_be_pooled_and_only_such_has_a_tally_sheet(library: Library) -> None:
    assert sorted(with_tally(library)) == sorted(slug for slug, one in library.exercises.items() if one.pool != "never")


def test_every_statement_stands_on_it_once_with_a_column_for_each_answer(library: Library) -> None:
    for slug, exercise in with_tally(library).items():
        html = tally(library, slug)
        parts = [part for part in exercise.parts if isinstance(part, RatedStatements | Pairs)]
        texts = [
            getattr(item, "text", None) or f"{item.left} | {item.right}"
            for part in parts
            for dimension in part.dimensions
            for item in dimension.items
        ]
        numbered = [f"{number}</b> {escape(typographic(text))}" for number, text in enumerate(texts, 1)]
        assert all(html.count(f'<th scope="row"><b class="number">{text}</th>') == 1 for text in numbered), slug
        assert html.count('<th scope="row">') == len(texts)
        for part in parts:
            scale = library.scales[part.scale]
            headings = [
                " ".join(re.sub("<[^>]*>", " ", one).split())
                for one in re.findall(r"<th scope=\"col\"[^>]*>.*?</th>", html)
            ]
            assert [
                label
                for label in (*scale.points, scale.unsure, scale.outside)
                if headings.count(typographic(label)) != html.count("<table")
            ] == []


def test_the_floor_is_that_of_the_exercise(library: Library) -> None:
    for slug, exercise in with_tally(library).items():
        assert exercise.pool != "never"
        html = tally(library, slug)
        assert f"there are fewer than {exercise.pool.from_} answers" in html
        assert f"fewer than {exercise.pool.from_} people marked a point" in html
        assert "With fewer than 10 answers, show counts only for a split" in html
        assert f"{makes_it_unseen(exercise.pool.from_)} of {exercise.pool.from_}" in html


def test_the_rules_stand_in_the_order_in_which_they_are_tried(library: Library) -> None:
    html = tally(library, "network-health-check")
    names = [
        "Too few to say.",
        "Not visible.",
        "Neither rule above fits, and fewer than",
        "Split.",
        "Shared low, shared middle, shared high.",
    ]
    places = [html.index(name) for name in names]
    assert places == sorted(places)
    assert "The middle has no more people than the smaller end" in html
    assert "Nobody against." in html
    pairs = tally(library, "form-follows-work")
    assert "Shared A, shared middle, shared B." in pairs
    assert "Nobody against." not in pairs, "neither side is better"
