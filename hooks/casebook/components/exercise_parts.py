"""Components of the seven kinds of parts, as they are filled in on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from casebook.models.page import Scale
from casebook.models.parts import STRENGTHS, Cards, ExercisePart, Grid, Map, Pairs, Prompts, RatedStatements, Scenes
from casebook.rendering import Desk, component

FIRST_ROWS = 3
COMPONENTS = {
    "statements": "rated_statements", "pairs": "statement_pairs", "scenes": "story_scenes", "cards": "card_sort", "grid": "fill_grid",
    "text": "text_prompts", "map": "role_map",
}  # fmt: skip


@component
def exercise_part(desk: Desk, slug: str, part: ExercisePart) -> Markup:
    """One part of an exercise, by its kind."""
    return getattr(desk.use, COMPONENTS[part.kind])(slug, part)  # type: ignore[no-any-return]


def points_of(scale: Scale) -> list[tuple[str, str]]:
    """The five points and the two answers that are never scored: value and label."""
    return [(str(index), label) for index, label in enumerate(scale.points, 1)] + [("unsure", scale.unsure), ("outside", scale.outside)]


@component
def answer_choices(desk: Desk, name: str, options: Iterable[tuple[str, str]]) -> Markup:
    """One choice out of several, stacked, nothing chosen beforehand, with a button that clears it."""
    return desk.render("answer-choices", field=name, options=list(options))


@component
def rated_statements(desk: Desk, _slug: str, part: RatedStatements) -> Markup:
    """Statements to be rated, one fieldset each; where some are short, a choice between the short form and all."""
    scale = desk.library.scales[part.scale]
    items = [item for dimension in part.dimensions for item in dimension.items]
    short = sum(item.short for item in items)
    return desk.render("rated-statements", part=part, scale=scale, options=points_of(scale), total=len(items), short_items=short)


@component
def statement_pairs(desk: Desk, _slug: str, part: Pairs) -> Markup:
    """Paired statements, one fieldset each."""
    scale = desk.library.scales[part.scale]
    return desk.render("statement-pairs", part=part, options=points_of(scale))


@component
def story_scenes(desk: Desk, _slug: str, part: Scenes) -> Markup:
    """A story in scenes. What follows each choice does not stand in the page; the script brings it, or the key on paper."""
    return desk.render("story-scenes", part=part)


@component
def card_sort(desk: Desk, _slug: str, part: Cards) -> Markup:
    """Cards to put into boxes, to mark, or to draw."""
    return desk.render("card-sort", part=part, boxes=[(box.id, box.label) for box in part.boxes])


@component
def card_answers(desk: Desk, part: Cards, card: str, boxes: Iterable[tuple[str, str]]) -> Markup:
    """What can be said of one card: its box, its marks, the answers to what is asked of it."""
    return desk.render("card-answers", part=part, card=card, boxes=list(boxes))


@component
def fill_grid(desk: Desk, _slug: str, part: Grid) -> Markup:
    """A table to fill in, row by row: named rows, or rows of one's own."""
    rows: list[dict[str, Any]] = [{"id": row.id, "label": row.label, "ask": row.ask, "own": False} for row in part.rows]
    for number in range(1, (part.rows_up_to or 0) + 1):
        rows.append({"id": f"row-{number}", "label": desk.say("exercise_form.row_number", number=number), "ask": None, "own": True})
    return desk.render("fill-grid", part=part, rows=rows, first=FIRST_ROWS)


@component
def text_prompts(desk: Desk, _slug: str, part: Prompts) -> Markup:
    """Prompts for free text, with the words left and the words to avoid."""
    return desk.render("text-prompts", part=part)


@component
def role_map(desk: Desk, _slug: str, part: Map) -> Markup:
    """A table of roles and a table of the ties between them."""
    kinds = [(id_, desk.library.kind(id_).label) for id_ in part.role_kinds]
    return desk.render("role-map", part=part, kinds=kinds, strengths=STRENGTHS, first=FIRST_ROWS)
