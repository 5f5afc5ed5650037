from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_uppercase

from markupsafe import Markup

from casebook.components.exercise.paper_measures import STRIPS
from casebook.render.context import PageContext, component
from casebook.render.paper.sides import Sides, in_lots
from casebook.schema.exercise_parts import Scene, SceneOption, Scenes
from casebook.wording.rules_in_letters import letters_of_choices, letters_of_marks, rule_in_letters


@component
def exercise_strips(ctx: PageContext, slug: str, part: Scenes, begins: bool = False) -> Markup:
    """The key of a story, to be cut: a strip for each scene, one to find the ending by letters, one for each ending.

    Each sheet has a blank back. It has the main heading where the key `begins` with it.
    """
    endings = list(zip(ascii_uppercase, part.endings, strict=False))

    def strips(strip: Callable[..., Markup]) -> Iterator[list[Markup]]:
        """The strips that are opened on the way, and those that are opened at the end."""
        yield [strip("scene", number, scene) for number, scene in enumerate(part.scenes, 1)]
        yield [strip("finding", "", None), *(strip("ending", letter, ending) for letter, ending in endings)]

    def sides(strip: Callable[..., Markup]) -> list[Sides]:
        return [side for some in strips(strip) for side in in_lots(some, STRIPS, STRIPS_HEAD)]

    return ctx.render(
        "exercise_strips",
        exercise=ctx.library.exercises[slug],
        part=part,
        begins=begins,
        choices=letters_of_choices(part),
        marks=letters_of_marks(part),
        rules=[(letter, rule_in_letters(ending.when, part, ctx.messages)) for letter, ending in endings],
        circles=list(_circles(part)),
        sides=sides,
    )


def _circles(part: Scenes) -> Iterator[tuple[Scene, list[SceneOption | None]]]:
    """Each scene with its options, and with None for each that the scene with most has more."""
    most = max(len(scene.options) for scene in part.scenes)
    for scene in part.scenes:
        yield scene, [*scene.options, *[None] * (most - len(scene.options))]


STRIPS_HEAD = 24.0
"""The points of the line above the strips of a sheet."""
