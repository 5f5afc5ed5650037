from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import ExercisePart

COMPONENT_OF = {
    "statements": "rated_statements",
    "pairs": "statement_pairs",
    "scenes": "story_scenes",
    "cards": "card_sort",
    "grid": "fill_grid",
    "text": "text_prompts",
    "map": "role_map",
}


@component
def exercise_part(ctx: PageContext, slug: str, part: ExercisePart) -> Markup:
    """One part of an exercise, by its kind."""
    return getattr(ctx.use, COMPONENT_OF[part.kind])(slug, part)  # type: ignore[no-any-return]
