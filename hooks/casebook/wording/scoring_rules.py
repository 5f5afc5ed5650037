"""The rules of an exercise, put into words: for the key on paper, and for “why you see this” on the screen.

The rules are evaluated in one place only, hooks/scripts/exercise/scoring.ts; tests/fixtures/rules.json tests both.
"""

from __future__ import annotations

from collections.abc import Iterable

from casebook.schema.exercise_parts import MAP_COUNTS, Cards, ExercisePart, Grid, Map, Pairs, Prompts, RatedStatements, Scenes
from casebook.schema.scoring_rules import Condition
from casebook.wording.messages import Words


def rule_in_words(condition: Condition, part: ExercisePart, words: Words) -> str:
    """One rule as a clause: Task is 3.5 or more; and Trust is 2.4 or less."""
    if condition.otherwise:
        return words.say("rule.otherwise")
    if condition.people_judge:
        return words.say("rule.people_judge", text=condition.people_judge)
    if condition.all:
        return words.say("rule.also").join(rule_in_words(one, part, words) for one in condition.all)
    if condition.any:
        return words.say("rule.any_of", rules=words.say("rule.either").join(rule_in_words(one, part, words) for one in condition.any))
    if condition.chose:
        return _chose(condition.chose, part, words)
    if condition.more and condition.than:
        names = names_of(part, words)
        return words.say("rule.more", first=names[condition.more], second=names[condition.than])
    return words.say("rule.and").join(_with_number(condition, part, words))


def _with_number(condition: Condition, part: ExercisePart, words: Words) -> Iterable[str]:
    for side, limit in (("least", condition.at_least), ("most", condition.at_most)):
        if limit is not None:
            yield _limit(condition, part, words, side, limit)


def _limit(condition: Condition, part: ExercisePart, words: Words, side: str, limit: float) -> str:
    names = names_of(part, words)
    if condition.of:
        return words.say(f"rule.of_{side}", name=names[condition.of], number=plain(limit))
    if condition.mean_of:
        return words.say(f"rule.mean_{side}", names=_listed(names, condition.mean_of, words), number=plain(limit))
    if len(condition.gap) == 2:
        return words.say(f"rule.gap_{side}", first=names[condition.gap[0]], second=names[condition.gap[1]], number=plain(limit))
    if condition.gap:
        return words.say(f"rule.wide_{side}", names=_listed(names, condition.gap, words), number=plain(limit))
    name = names[condition.count or ""]
    if condition.of_all:
        share = words.say(f"rule.share_{side}", name=name, percent=plain(limit * 100), unit=words.say(f"rule.unit_{part.kind}"))
        return share + (words.say("rule.share_from", count=condition.from_) if condition.from_ else "")
    if side == "most" and limit == 0:
        return words.say("rule.count_never", name=name)
    return words.say(f"rule.count_{side}", name=name, count=int(limit))


def _chose(choice: str, part: ExercisePart, words: Words) -> str:
    scene_id, _, option_id = choice.partition(".")
    scene = next(scene for scene in part.scenes if scene.id == scene_id) if isinstance(part, Scenes) else None
    option = next(option for option in scene.options if option.id == option_id) if scene else None
    return words.say("rule.chose", scene=scene.title if scene else scene_id, option=option.label.rstrip(".") if option else option_id)


def _listed(names: dict[str, str], ids: Iterable[str], words: Words) -> str:
    found = [words.say("rule.quoted", name=names[id_]) for id_ in ids]
    return ", ".join(found[:-1]) + words.say("rule.and") + found[-1] if len(found) > 1 else found[0]


def names_of(part: ExercisePart, words: Words) -> dict[str, str]:
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
        return {id_: words.say(f"rule.map_{id_}") for id_ in MAP_COUNTS}
    return {prompt.id: prompt.label for prompt in part.prompts} if isinstance(part, Prompts) else {}


def plain(number: float) -> str:
    """3.5, 2, 40: no digits that say nothing."""
    return f"{round(number, 4):g}"
