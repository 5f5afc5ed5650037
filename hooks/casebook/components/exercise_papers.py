"""Components of the sheets of an exercise: participant sheet, large print, key, wall, peer."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.components.exercise_parts import points_of
from casebook.models.exercise import Exercise
from casebook.models.parts import ExercisePart, Grid, Pairs, RatedStatements, Scenes
from casebook.models.rules import Pattern
from casebook.rendering import Desk, component
from casebook.rules_in_words import names_of, rule_in_words

SHEET_ROWS, WALL_ROWS, OWN_CARDS = 20, 12, 6


@component
def exercise_sheet(desk: Desk, slug: str) -> Markup:
    """One for each person: the parts to fill in by hand, A4."""
    return _sheet(desk, slug, large=False)


@component
def exercise_large_print(desk: Desk, slug: str) -> Markup:
    """The participant sheet in large type."""
    return _sheet(desk, slug, large=True)


def _sheet(desk: Desk, slug: str, large: bool) -> Markup:
    return desk.render("exercise-sheet", slug=slug, exercise=desk.library.exercises[slug], large=large)


@component
def paper_part(desk: Desk, part: ExercisePart) -> Markup:
    """One part of an exercise, to be filled in by hand."""
    scale = desk.library.scales[part.scale] if isinstance(part, RatedStatements | Pairs) else None
    options = points_of(scale) if scale else []
    return desk.render(
        "paper-part", part=part, scale=scale, points=options[:5], unscored=options[5:], has_short=has_short_form(part), rows_most=SHEET_ROWS, own_most=OWN_CARDS
    )


def has_short_form(part: ExercisePart) -> bool:
    """True when the part comes in two lengths."""
    return isinstance(part, RatedStatements) and any(item.short for dimension in part.dimensions for item in dimension.items)


@component
def paper_grid(desk: Desk, part: Grid, most: int) -> Markup:
    """A table to fill in by hand; `most` is how many rows of one's own fit on the sheet."""
    return desk.render("paper-grid", part=part, most=most)


@component
def exercise_key(desk: Desk, slug: str) -> Markup:
    """How to count by hand, what follows each choice, and the rules in words."""
    exercise = desk.library.exercises[slug]
    names = {part.id: list(names_of(part, desk.words).values()) for part in exercise.parts}
    short = {part.id: has_short_form(part) for part in exercise.parts}
    rules = _rules(desk, exercise)
    decided = {id_ for id_, here in rules.items() if not all(pattern.when.people_judge for pattern, _ in here)}
    unscored = [part.title for part in exercise.parts if part.title and not rules[part.id] and not isinstance(part, RatedStatements | Pairs)]
    return desk.render(
        "exercise-key", slug=slug, exercise=exercise, rules=rules, names=names, two_lengths=short, decided=decided, unscored=unscored,
        has_scores=has_scores(exercise),
    )  # fmt: skip


def has_scores(exercise: Exercise) -> bool:
    """True when a part of it is scored by dimension."""
    return any(isinstance(part, RatedStatements | Pairs) for part in exercise.parts)


def _rules(desk: Desk, exercise: Exercise) -> dict[str, list[tuple[Pattern, str]]]:
    """The patterns (or endings) of each part with their rules in words, by the part's id."""
    return {part.id: list(_worded(desk, part)) for part in exercise.parts}


def _worded(desk: Desk, part: ExercisePart) -> Iterator[tuple[Pattern, str]]:
    for pattern in part.endings if isinstance(part, Scenes) else part.patterns:
        yield pattern, rule_in_words(pattern.when, part, desk.words)


@component
def exercise_wall(desk: Desk, slug: str) -> Markup:
    """Each table that a group fills in on the wall, on an A3 sheet of its own."""
    exercise = desk.library.exercises[slug]
    grids = [part for part in exercise.parts if isinstance(part, Grid) and part.wall]
    return desk.render("exercise-wall", slug=slug, exercise=exercise, grids=grids, rows_most=WALL_ROWS)


@component
def exercise_peer(desk: Desk, slug: str) -> Markup:
    """The statements in the third person, for a peer who says what they saw. Nothing of it is scored."""
    exercise = desk.library.exercises[slug]
    parts = [part for part in exercise.parts if isinstance(part, RatedStatements) and part.peer_sheet]
    return desk.render("exercise-peer", slug=slug, exercise=exercise, parts=parts)
