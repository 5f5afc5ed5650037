"""The rules of an exercise, put into words: for the key on paper, and for “why you see this” on the screen.

The rules are evaluated in one place only, hooks/scripts/exercise/scoring.ts; tests/fixtures/rules.json tests both.
"""

from __future__ import annotations

from collections.abc import Iterable

from casebook.schema.exercise_parts import (
    MAP_COUNTS,
    Cards,
    ExercisePart,
    Grid,
    Map,
    Pairs,
    Prompts,
    RatedStatements,
    Scenes,
)
from casebook.schema.scoring_rules import Condition
from casebook.wording.messages import Messages


def rule_in_words(condition: Condition, part: ExercisePart, messages: Messages) -> str:
    """One rule as a clause: Task is 3.5 or more; and Trust is 2.4 or less."""
    if condition.otherwise:
        return messages.t("rule.otherwise")
    if condition.people_judge:
        return messages.t("rule.people_judge", text=condition.people_judge)
    if condition.all:
        return messages.t("rule.also").join(rule_in_words(one, part, messages) for one in condition.all)
    if condition.any:
        return messages.t(
            "rule.any_of",
            rules=messages.t("rule.either").join(rule_in_words(one, part, messages) for one in condition.any),
        )
    if condition.chose:
        return _chose(condition.chose, part, messages)
    if condition.more and condition.than:
        names = names_of(part, messages)
        return messages.t("rule.more", first=names[condition.more], second=names[condition.than])
    return messages.t("rule.and").join(_with_number(condition, part, messages))


def _with_number(condition: Condition, part: ExercisePart, messages: Messages) -> Iterable[str]:
    for side, limit in (("least", condition.at_least), ("most", condition.at_most)):
        if limit is not None:
            yield _limit(condition, part, messages, side, limit)


def _limit(condition: Condition, part: ExercisePart, messages: Messages, side: str, limit: float) -> str:
    names = names_of(part, messages)
    if condition.of:
        return messages.t(f"rule.of_{side}", name=names[condition.of], number=plain_number(limit))
    if condition.mean_of:
        return messages.t(
            f"rule.mean_{side}", names=_listed(names, condition.mean_of, messages), number=plain_number(limit)
        )
    if len(condition.gap) == 2:
        return messages.t(
            f"rule.gap_{side}",
            first=names[condition.gap[0]],
            second=names[condition.gap[1]],
            number=plain_number(limit),
        )
    if condition.gap:
        return messages.t(
            f"rule.wide_{side}", names=_listed(names, condition.gap, messages), number=plain_number(limit)
        )
    name = names[condition.count or ""]
    if condition.of_all:
        share = messages.t(
            f"rule.share_{side}",
            name=name,
            percent=plain_number(limit * 100),
            unit=messages.t(f"rule.unit_{part.kind}"),
        )
        return share + (messages.t("rule.share_from", count=condition.from_) if condition.from_ else "")
    if side == "most" and limit == 0:
        return messages.t("rule.count_never", name=name)
    return messages.t(f"rule.count_{side}", name=name, count=int(limit))


def _chose(choice: str, part: ExercisePart, messages: Messages) -> str:
    scene_id, _, option_id = choice.partition(".")
    scene = next(scene for scene in part.scenes if scene.id == scene_id) if isinstance(part, Scenes) else None
    option = next(option for option in scene.options if option.id == option_id) if scene else None
    return messages.t(
        "rule.chose", scene=scene.title if scene else scene_id, option=option.label.rstrip(".") if option else option_id
    )


def _listed(names: dict[str, str], ids: Iterable[str], messages: Messages) -> str:
    found = [messages.t("rule.quoted", name=names[id_]) for id_ in ids]
    return ", ".join(found[:-1]) + messages.t("rule.and") + found[-1] if len(found) > 1 else found[0]


def names_of(part: ExercisePart, messages: Messages) -> dict[str, str]:
    """What a reader calls the things that a rule may name: dimensions, traces, boxes, marks, choices."""
    if isinstance(part, RatedStatements | Pairs):
        return {dimension.id: dimension.title for dimension in part.dimensions}
    if isinstance(part, Scenes):
        return {trace.id: trace.label for trace in part.traces}
    if isinstance(part, Cards):
        return {entry.id: entry.label for entry in (*part.boxes, *part.marks)}
    if isinstance(part, Grid):
        return {choice.id: choice.label for column in part.columns for choice in column.choices}
    if isinstance(part, Map):
        return {id_: messages.t(f"rule.map_{id_}") for id_ in MAP_COUNTS}
    return {prompt.id: prompt.label for prompt in part.prompts} if isinstance(part, Prompts) else {}


def plain_number(number: float) -> str:
    """3.5, 2, 40: no digits that say nothing."""
    return f"{round(number, 4):g}"
