from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.components.exercise.card_sort.card_sort import card_sort
from casebook.components.exercise.fill_grid.fill_grid import fill_grid
from casebook.components.exercise.rated_statements.rated_statements import rated_statements
from casebook.components.exercise.role_map.role_map import role_map
from casebook.components.exercise.statement_pairs.statement_pairs import statement_pairs
from casebook.components.exercise.story_scenes.story_scenes import story_scenes
from casebook.components.exercise.text_prompts.text_prompts import text_prompts
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import ExercisePart

WRITERS: dict[str, Callable[..., Markup]] = {
    "statements": rated_statements,
    "pairs": statement_pairs,
    "scenes": story_scenes,
    "cards": card_sort,
    "grid": fill_grid,
    "text": text_prompts,
    "map": role_map,
}
"""By the kind of the part."""


@component
def exercise_part(ctx: PageContext, slug: str, part: ExercisePart) -> Markup:
    """One part of an exercise, by its kind."""
    return WRITERS[part.kind](ctx, slug, part)
