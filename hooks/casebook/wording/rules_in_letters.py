"""The endings of a story by letters: on paper a choice is its scene and its letter (2b), and what it leaves is a letter
too (P), so that people who count by hand compare letters and no sentences.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

from casebook.schema.exercise_parts import Scenes
from casebook.schema.scoring_rules import Condition
from casebook.wording.messages import Messages
from casebook.wording.scoring_rules import rule_in_words


def letters_of_marks(part: Scenes) -> dict[str, str]:
    """The letter of each mark that choices leave, by its id: the first of its id, or A, B, C where two begin alike."""
    initials = [trace.id[0].upper() for trace in part.traces]
    letters = initials if len({*initials}) == len(initials) else ascii_uppercase
    return {trace.id: letter for trace, letter in zip(part.traces, letters, strict=False)}


def letters_of_choices(part: Scenes) -> dict[str, str]:
    """What each choice is called on paper, by scene.option: the number of the scene and the letter of the option."""
    return {
        f"{scene.id}.{option.id}": f"{number}{letter}"
        for number, scene in enumerate(part.scenes, 1)
        for letter, option in zip(ascii_lowercase, scene.options, strict=False)
    }


def rule_in_letters(condition: Condition, part: Scenes, messages: Messages) -> str:
    """The rule of an ending as a clause of letters: P 3 times or more, and 2a, and not 1b."""
    if condition.otherwise:
        return messages.t("rule.letters_otherwise")
    if condition.all:
        return messages.t("rule.letters_and").join(rule_in_letters(one, part, messages) for one in condition.all)
    if condition.any and all(one.chose for one in condition.any):
        other = _only_other(condition, part)
        if other:
            return messages.t("rule.letters_not", choice=letters_of_choices(part)[other])
        *first, last = (rule_in_letters(one, part, messages) for one in condition.any)
        return messages.t("rule.letters_or").join([", ".join(first), last]) if first else last
    if condition.any:
        return messages.t("rule.letters_either").join(rule_in_letters(one, part, messages) for one in condition.any)
    if condition.chose:
        return letters_of_choices(part).get(condition.chose, condition.chose)
    if condition.count:
        letter = letters_of_marks(part)[condition.count]
        limits = [("least", condition.at_least), ("most", condition.at_most)]
        return messages.t("rule.letters_and").join(
            messages.t(f"rule.letters_{side}", letter=letter, count=int(limit))
            for side, limit in limits
            if limit is not None
        )
    return rule_in_words(condition, part, messages)


def _only_other(condition: Condition, part: Scenes) -> str:
    """The one choice of a scene, as scene.option, that a list of choices leaves out; empty where it is no such list."""
    named = {one.chose for one in condition.any}
    for scene in part.scenes:
        choices = {f"{scene.id}.{option.id}" for option in scene.options}
        if len(choices) > 2 and named < choices and len(choices - named) == 1:
            return (choices - named).pop()
    return ""
