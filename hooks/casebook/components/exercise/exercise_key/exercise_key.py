from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.components.exercise.answer_points import has_short_form
from casebook.components.exercise.paper_measures import KEY
from casebook.render.context import PageContext, component
from casebook.render.paper.sides import divided
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import ExercisePart, Pairs, RatedStatements, Scenes
from casebook.schema.scoring_rules import Pattern
from casebook.wording.scoring_rules import names_of, rule_in_words


@component
def exercise_key(ctx: PageContext, slug: str) -> Markup:
    """How to count by hand, what follows each choice, and the rules in words."""
    exercise = ctx.library.exercises[slug]
    names = {part.id: [f"“{name}”" for name in names_of(part, ctx.messages).values()] for part in exercise.parts}
    short = {part.id: has_short_form(part) for part in exercise.parts}
    rules = _rules(ctx, exercise)
    told = [part for part in exercise.parts if rules[part.id] or isinstance(part, RatedStatements | Pairs)]
    decided = {id_ for id_, here in rules.items() if not all(pattern.when.people_judge for pattern, _ in here)}
    unscored = [
        part.title
        for part in exercise.parts
        if part.title and not rules[part.id] and not isinstance(part, RatedStatements | Pairs)
    ]
    return ctx.render(
        "exercise_key",
        slug=slug,
        exercise=exercise,
        rules=rules,
        names=names,
        two_lengths=short,
        decided=decided,
        unscored=unscored,
        has_scores=has_scores(exercise),
        scored=[part for part in told if not isinstance(part, Scenes)],
        stories=[part for part in told if isinstance(part, Scenes)],
        arrange=lambda sheet: divided(sheet, KEY),
    )


def has_scores(exercise: Exercise) -> bool:
    """True when a part of it is scored by dimension."""
    return any(isinstance(part, RatedStatements | Pairs) for part in exercise.parts)


def _rules(ctx: PageContext, exercise: Exercise) -> dict[str, list[tuple[Pattern, str]]]:
    """The patterns (or endings) of each part with their rules in words, by the part's id."""
    return {part.id: list(_worded(ctx, part)) for part in exercise.parts}


def _worded(ctx: PageContext, part: ExercisePart) -> Iterator[tuple[Pattern, str]]:
    for pattern in part.endings if isinstance(part, Scenes) else part.patterns:
        yield pattern, _sentence(rule_in_words(pattern.when, part, ctx.messages))


def _sentence(words: str) -> str:
    """The words with a capital letter, and with a full stop unless they end in one or in a question mark."""
    return words[0].upper() + words[1:] + ("" if words.endswith((".", "?")) else ".")
