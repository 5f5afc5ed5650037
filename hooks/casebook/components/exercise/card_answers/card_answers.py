from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Cards


@component
def card_answers(ctx: PageContext, part: Cards, card: str, boxes: Iterable[tuple[str, str]]) -> Markup:
    """What can be said of one card: its box, its marks, the answers to what is asked of it."""
    return ctx.render("card_answers", part=part, card=card, boxes=list(boxes))
