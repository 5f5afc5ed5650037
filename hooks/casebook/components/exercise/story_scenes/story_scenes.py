from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Scenes


@component
def story_scenes(ctx: PageContext, _slug: str, part: Scenes) -> Markup:
    """A story in scenes.

    What follows each choice does not stand in the page; the script brings it, or the key on paper.
    """
    return ctx.render("story_scenes", part=part)
