from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Cards


@component
def card_sort(ctx: PageContext, _slug: str, part: Cards) -> Markup:
    """Cards to put into boxes, to mark, or to draw."""
    return ctx.render(
        "card_sort",
        part=part,
        boxes=[(box.id, box.label) for box in part.boxes],
        own_numbers=range(1, part.own_cards + 1),
    )
