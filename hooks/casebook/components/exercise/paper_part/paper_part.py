from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.components.exercise.answer_points import points_of, subject_line
from casebook.render.context import PageContext, component
from casebook.schema.exercise_parts import Cards, ExercisePart, Pairs, RatedStatements

SHEET_ROWS, OWN_CARDS = 20, 6


@component
def paper_part(
    ctx: PageContext, part: ExercisePart, numbers: dict[str, int] | None = None, named: bool = True
) -> Markup:
    """One part of an exercise, to be filled in by hand. `numbers` are those of its statements, by their ids, where they
    do not begin with 1; the dimensions are `named` unless the sheet has no room for them.
    """
    rated = part if isinstance(part, RatedStatements | Pairs) else None
    scale = ctx.library.scales[rated.scale] if rated else None
    labels = [label for _, label in points_of(scale)] if scale else []
    cards = _card_columns(part) if isinstance(part, Cards) else {}
    return ctx.render(
        "paper_part",
        part=part,
        subject=subject_line(ctx, rated) if rated else "",
        scale=scale,
        points=labels[:5],
        unscored=labels[5:],
        numbers=numbers or _counted(part),
        named=named,
        rows_most=SHEET_ROWS,
        **cards,
    )


def _card_columns(part: Cards) -> dict[str, Any]:
    """What the table of cards needs: the labels to tick, how many own cards fit, the boxes or marks that ask
    something.
    """
    return {
        "answers": [one.label for one in (*part.boxes, *part.marks)],
        "own_cards": min(part.own_cards, OWN_CARDS),
        "asking": [pile for pile in part.boxes or part.marks if pile.ask],
    }


def _counted(part: ExercisePart) -> dict[str, int]:
    """The statements or pairs of a part, counted from 1."""
    items = [item for one in getattr(part, "dimensions", ()) for item in one.items]
    return {item.id: number for number, item in enumerate(items, 1)}
