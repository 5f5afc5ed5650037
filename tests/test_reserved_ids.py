"""Ids that meet a name of ours, or one that every object in a browser has, are refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.checking.load import load

INPUTS = Path(__file__).parent / "inputs/attack"
FILE = "exercises/harbour-check.yml"
OF_EVERY_OBJECT = (
    "“constructor” is a name that every object in a browser has, and answers could be lost under it; choose another"
)
KEPT = "is a name that the site keeps for itself; choose another"


def messages(project: Path, text: str) -> list[str]:
    """What is said of the small project when its exercise is this one."""
    (project / FILE).write_text(text)
    return [str(issue) for issue in load(project).issues]


def renamed(project: Path, old: str, new: str) -> tuple[str, int]:
    """The exercise of the small project with another id in it, and the line of that id."""
    lines = (project / FILE).read_text().splitlines()
    number = next(number for number, line in enumerate(lines) if line.strip().removeprefix("- ") == f"id: {old}")
    lines[number] = lines[number].replace(old, new)
    return "\n".join(lines) + "\n", number + 1


@pytest.mark.parametrize(("name", "wanted"), [
    ("part-named-lengths", f"“lengths” {KEPT}"),
    ("part-exercise-prompt-data", f"“exercise” {KEPT}"),
    ("part-named-constructor", OF_EVERY_OBJECT),
])  # fmt: skip
def test_a_part_of_a_name_of_ours_is_refused(small_project: Path, name: str, wanted: str) -> None:
    text = (INPUTS / f"{name}.yml").read_text().replace("conflict-must-surface", "members-learn-together")
    line = text.splitlines().index("parts:") + 2
    assert messages(small_project, text) == [f"{FILE}:{line}: parts, part 1, id: {wanted}"]


@pytest.mark.parametrize(
    "old", ["tuesdays", "apart", "first", "told", "storm", "ours", "kept", "kept-it", "breath", "who", "chair"]
)
def test_no_id_in_an_exercise_is_a_name_of_every_object(small_project: Path, old: str) -> None:
    text, line = renamed(small_project, old, "constructor")
    [message] = messages(small_project, text)
    assert message.startswith(f"{FILE}:{line}: ")
    assert message.endswith(OF_EVERY_OBJECT)


def test_a_card_is_not_called_like_a_visitors_own(small_project: Path) -> None:
    text, line = renamed(small_project, "storm", "own-2")
    assert messages(small_project, text) == [
        f"{FILE}:{line}: parts, part 4, card 1, id: “own-2” is what a visitor's own card is called; choose another id"
    ]


@pytest.mark.parametrize("name", ["length", "own", "own-goal", "lengths-of-stay", "tostring", "exercises"])
def test_other_names_are_free(small_project: Path, name: str) -> None:
    assert messages(small_project, renamed(small_project, "storm", name)[0]) == []
    assert messages(small_project, renamed(small_project, "who", name)[0]) == []
