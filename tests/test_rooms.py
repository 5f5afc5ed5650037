"""The rooms of the package, and what must not be forgotten in them."""

from __future__ import annotations

import inspect
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from casebook.core.folders import HOOKS
from casebook.validation import case_rules, exercise_rules

ROOMS = sorted(path for path in (HOOKS / "casebook").iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_what_it_holds_what_it_may_use_and_what_it_must_not_know(room: Path) -> None:
    said = (room / "__init__.py").read_text(encoding="utf-8")
    assert "\nMay use: " in said
    assert "\nMust not know: " in said or room.name == "cli"


def test_the_order_of_the_rooms_is_held_and_told(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    told = (root / "docs/contribute/architecture.md").read_text(encoding="utf-8")
    places = [told.index(f"\n| `{room}` | ") for room in layers]
    assert sorted(layers) == [room.name for room in ROOMS]
    assert places == sorted(places), "the page lists them in another order"


@pytest.mark.parametrize(
    ("module", "listed"), [(case_rules, case_rules.CASE_RULES), (exercise_rules, exercise_rules.EXERCISE_RULES)]
)
def test_every_rule_of_a_file_is_asked(module: ModuleType, listed: tuple[object, ...]) -> None:
    written = {
        name for name, function in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("check_") and function.__module__ == module.__name__
        and list(inspect.signature(function).parameters) in (["case"], ["exercise"])
    }  # fmt: skip
    assert written - {function.__name__ for function in listed} == set()
