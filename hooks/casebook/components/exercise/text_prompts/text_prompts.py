from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Prompts


@component
def text_prompts(ctx: PageContext, _slug: str, part: Prompts) -> Markup:
    """Prompts for free text, with the words left and the words to avoid."""
    return ctx.render("text_prompts", part=part)
