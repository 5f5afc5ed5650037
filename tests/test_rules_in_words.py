"""The rules say on paper what they do on the screen: one fixture, worked by hand, tests both sides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from casebook.schema.exercise_parts import ExercisePart
from casebook.schema.scoring_rules import Condition
from casebook.wording.messages import load_messages
from casebook.wording.scoring_rules import plain_number, rule_in_words

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = json.loads((ROOT / "tests/fixtures/rules.json").read_text(encoding="utf-8"))
PART: TypeAdapter[ExercisePart] = TypeAdapter(ExercisePart)


@pytest.mark.parametrize("rule", FIXTURE["rules"], ids=lambda rule: rule["words"][:60])
def test_a_rule_reads_as_a_person_would_say_it(rule: dict[str, Any]) -> None:
    part = PART.validate_python(FIXTURE["parts"][rule["part"]])
    condition = Condition.model_validate(rule["when"])
    assert rule_in_words(condition, part, load_messages(ROOT)) == rule["words"]


def test_every_way_to_put_a_rule_is_in_the_fixture() -> None:
    ways = {
        "all",
        "any",
        "of",
        "mean_of",
        "gap",
        "count",
        "of_all",
        "from",
        "chose",
        "more",
        "people_judge",
        "otherwise",
    }
    used = {key for rule in FIXTURE["rules"] for key in rule["when"]}
    assert ways <= used


def test_numbers_have_no_digits_that_say_nothing() -> None:
    assert [plain_number(number) for number in (3.5, 2.0, 0.4 * 100, 1.1)] == ["3.5", "2", "40", "1.1"]
