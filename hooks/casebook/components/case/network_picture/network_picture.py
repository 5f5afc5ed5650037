from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from casebook.analysis.network_layout import Drawing, Line, Mark
from casebook.render.context import PageContext, component

BASELINE = 3  # how far below its middle the foot of a small number lies


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner, its size, and the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    corner: float


@component
def network_picture(ctx: PageContext, drawing: Drawing, numbered: bool) -> Markup:
    """The lines and shapes of a drawing, with or without the numbers of its list."""
    known = ctx.library.memory.setdefault(network_picture, {})
    if (drawing, numbered) not in known:
        outer = [(number, x, y + BASELINE) for number, x, y in drawing.outer_numbers] if numbered else []
        known[drawing, numbered] = ctx.render(
            "network_picture", drawing=drawing, numbered=numbered, outer_numbers=outer,
            ties=_ties(drawing), cross=_cross, to_middle=_to_middle,
            square=_square, diamond=_diamond, triangle=_triangle, table=_table,
        )  # fmt: skip
    picture_: Markup = known[drawing, numbered]
    return picture_


def _ties(drawing: Drawing) -> dict[str, str]:
    """A path through all ties that look alike, by their class. A unit of its coordinates is about a pixel, so whole
    numbers are exact enough.
    """
    paths: dict[str, str] = {}
    for line in drawing.lines:
        looks = f"tie tie-{line.strength}" + (f" mode-{line.mode}" if line.mode else "")
        x1, y1, x2, y2, over, down = map(round, (line.x1, line.y1, line.x2, line.y2, line.bend_x, line.bend_y))
        paths[looks] = f"{paths.get(looks, '')}M{x1} {y1}q{over - x1} {down - y1} {x2 - x1} {y2 - y1}"
    return {looks: path.replace(" -", "-") for looks, path in paths.items()}


def _to_middle(mark: Mark) -> str:
    """Moves what is drawn around nought to the middle of a mark; whole numbers are exact enough, as for ties."""
    return f"translate({round(mark.x)} {round(mark.y)})"


def _box(mark: Mark, across: float, down: float) -> Box:
    """A rectangle around its middle that reaches so many times the size of a mark to each side, and up and down."""
    reach, rise = mark.size * across, mark.size * down
    return Box(
        round(-reach, 1),
        round(-rise, 1),
        round(mark.size * (across * 2), 1),
        round(mark.size * (down * 2), 1),
        round(rise, 1),
    )


def _square(mark: Mark) -> Box:
    return _box(mark, 0.9, 0.9)


def _table(mark: Mark) -> Box:
    return _box(mark, 1.8, 0.95)


def _diamond(mark: Mark) -> str:
    """A path from the upper corner of a diamond round its four sides."""
    side = round(mark.size * 1.2, 1)
    return f"M0 {-side}l{side} {side}l{-side} {side}l{-side} {-side}z"


def _triangle(mark: Mark) -> str:
    """A path from the top of a triangle down its right side and along its foot."""
    top, half, down, foot = (
        round(length, 1) for length in (-mark.size * 1.1, mark.size * 1.1, mark.size * 2, mark.size * 2.2)
    )
    return f"M0 {top}l{half} {down}h{-foot}z"


def _cross(line: Line) -> str:
    """A path that crosses out the middle of a line."""
    return f"M{line.mid_x - 4} {line.mid_y - 4}l8 8m0-8l-8 8"
