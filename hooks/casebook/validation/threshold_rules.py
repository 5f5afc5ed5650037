"""The numbers of an exercise: a threshold lies where a score, a gap or a count can be, and no more cards are drawn than
there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Cards, Grid, PartBase, Scenes
from casebook.schema.scoring_rules import Condition
from casebook.validation.issues import FieldIssue

_ENDS = ("at_least", "at_most")
_NUMBERED = ("of", "mean_of", "gap", "count")


def check_thresholds(exercise: Exercise) -> Iterator[FieldIssue]:
    """A rule can fit and can fail to fit: its numbers lie where its scores, gaps and counts can be."""
    for path, condition in exercise.everything:
        part = exercise.parts[path[1]] if len(path) > 1 and path[0] == "parts" and isinstance(path[1], int) else None
        if isinstance(condition, Condition) and part:
            yield from ((path + step, message) for step, message in _of_names(condition, part))
            yield from ((path + step, message) for step, message in _of_numbers(condition, part))


def _of_names(condition: Condition, part: PartBase) -> Iterator[FieldIssue]:
    """A gap lies between different dimensions; a share is a share of its own part."""
    if len(set(condition.gap)) == 1:
        name = condition.gap[0]
        yield (
            ("gap",),
            f"needs two different dimensions; write the other one too, or of: {name} for the score of this one alone",
        )
    elif len(set(condition.gap)) < len(condition.gap):
        yield ("gap",), "names a dimension twice; name each once"
    if condition.of_all and condition.of_all != part.id:
        yield ("of_all",), f"“{condition.of_all}” is not this part; write {part.id}"
    if condition.of_all and not condition.count:
        yield ("of_all",), "has no count beside it; say what is counted, or leave of_all out"


def _of_numbers(condition: Condition, part: PartBase) -> Iterator[FieldIssue]:
    """Both ends of a threshold are possible, and the lower one is not above the upper one."""
    ends = [(name, number) for name in _ENDS if (number := getattr(condition, name)) is not None]
    if ends and not any(getattr(condition, name) for name in _NUMBERED):
        yield (ends[0][0],), "has nothing to measure; put it beside of, mean_of, gap or count"
        return
    least, most, what = _span_of(condition, part)
    for name, number in ends:
        if not least <= number <= most:
            limits = f"from {least} to {_plain(most)}" if most < inf else "0 or more"
            yield (name,), f"“{_plain(number)}” is out of range; {what} {limits}"
    if len(ends) == 2 and ends[0][1] > ends[1][1]:
        remedy = "swap the two, or put them in two rules joined by any"
        yield (
            ("at_least",),
            f"“{_plain(ends[0][1])}” is more than at_most ({_plain(ends[1][1])}), so nothing fits; {remedy}",
        )


def _plain(number: float) -> str:
    """A number as it is typed: 9, 1.5."""
    return f"{number:.15g}"


def _span_of(condition: Condition, part: PartBase) -> tuple[int, float, str]:
    """The least and the most that a rule can measure, and what that is."""
    if condition.gap:
        return (
            (-4, 4, "a gap between two scores is")
            if len(condition.gap) == 2
            else (0, 4, "the widest gap between scores is")
        )
    if condition.of_all:
        return 0, 1, "a share is"
    if condition.count:
        return 0, _most(part), "the count is"
    return 1, 5, "scores are"


def _most(part: PartBase) -> float:
    """The most that anything in a part can be counted; no bound where people add rows or ties as they like."""
    if isinstance(part, Cards):
        return len(part.cards) + part.own_cards
    if isinstance(part, Scenes):
        return len(part.scenes)
    if isinstance(part, Grid):
        return (len(part.rows) or part.rows_up_to or 1) * max(len(part.columns), 1)
    return inf


def check_drawn(exercise: Exercise) -> Iterator[FieldIssue]:
    """No more cards are drawn than there are."""
    for at, part in enumerate(exercise.parts):
        if isinstance(part, Cards) and part.draw and part.draw > len(part.cards):
            yield (
                ("parts", at, "draw"),
                f"“{part.draw}” is more than the {len(part.cards)} cards; write a smaller number, or leave it out to "
                f"deal them all",
            )
