from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.schema.exercise_parts import Prompts


@component
def text_prompts(desk: Desk, _slug: str, part: Prompts) -> Markup:
    """Prompts for free text, with the words left and the words to avoid."""
    return desk.render("text_prompts", part=part)
