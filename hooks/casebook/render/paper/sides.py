"""Divides a sheet into sides of paper before anyone prints it: as few as its words need in the widest letters, each
filled like the others, so that it takes the same number of pages in every font and none holds a line alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from casebook.render.paper.sheet_layout import Box, SheetStyle
from casebook.render.paper.text_fit import STEPS, FitStep, TextColumn

NEW_SIDE, NEW_LARGE_SIDE = "data-new-side", "data-large-side"
"""The attributes of what begins a side, in ordinary type and in large print."""
READ_SITTING = tuple(step for step in STEPS if step.points >= 10)
"""The sizes of what is filled in at a table."""
LARGE_PRINT = (FitStep("large-print", 18),)


@dataclass(frozen=True)
class Sides:
    """A sheet divided: its HTML, in which what begins a side says so, the name of its size, and its number of sides."""

    html: Markup
    size: str
    count: int


@dataclass(slots=True)
class Piece:
    """What stands on one side together: its height in ems, and the place in the HTML where it begins. `above` is the
    height of the heads of its table, which stand again at the top of a side that begins with it.
    """

    at: int
    height: float = 0
    above: float = 0
    turns: bool = False
    keep: bool = False


@dataclass(slots=True)
class _Flow:
    """Collects the pieces of a sheet, from its first to its last."""

    points: float
    pieces: list[Piece] = field(default_factory=list)

    def add(self, box: Box, width: float, at: int, above: float = 0, turns: bool = False) -> None:
        """Adds a box in a column of so many ems. `at` is where a side begins that begins with it."""
        setting = box.setting
        if self._is_whole(box):
            column = TextColumn(self.points, width)
            box.fill(column)
            self.pieces.append(Piece(at, column.height, above, turns or setting.turns, setting.keep))
            return
        heads = 0.0
        for place, one in enumerate(one for one in box.content if isinstance(one, Box)):
            first = place == 0
            self.add(
                one, width - setting.indent, at if first else one.at, above + heads, (turns or setting.turns) and first
            )
            if one.name == "thead":
                heads = self.pieces[-1].height
                self.pieces[-1].keep = True
        self.pieces[-1].height += setting.after
        self.pieces[-1].keep = self.pieces[-1].keep or setting.keep

    @staticmethod
    def _is_whole(box: Box) -> bool:
        """True for what no side may end in: words, rows, and what says so."""
        setting = box.setting
        is_flow = setting.beside is None and setting.columns == 1 and not setting.points and not setting.whole
        return not is_flow or box.name == "thead" or not box.content or any(isinstance(one, str) for one in box.content)


def pieces_of(html: str, style: SheetStyle, points: float) -> list[Piece]:
    """The pieces of a sheet set in a size, those that stay together joined."""
    flow = _Flow(points)
    for box in style.read(html).content:
        if isinstance(box, Box):
            flow.add(box, TextColumn(points).width, box.at)
    return list(_joined(flow.pieces))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Each piece with those before it that stay with it."""
    open_piece: Piece | None = None
    for piece in pieces:
        if open_piece and not piece.turns:
            open_piece.height += piece.height
        else:
            if open_piece:
                yield open_piece
            open_piece = piece
        if not piece.keep:
            yield open_piece
            open_piece = None
    if open_piece:
        yield open_piece


def turned(pieces: Sequence[Piece], room: float) -> list[int]:
    """The places of the pieces that begin a side after the first, where each side has room for so many ems."""
    turns, used = [], 0.0
    for place, piece in enumerate(pieces):
        if place and (piece.turns or used + piece.height > room):
            turns.append(place)
            used = piece.above
        used += piece.height
    return turns


def evenly(pieces: Sequence[Piece], room: float) -> list[int]:
    """The same number of sides, filled as evenly as they can be."""
    count = len(turned(pieces, room))
    low, high = max(piece.height + piece.above for piece in pieces), room
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(turned(pieces, middle)) == count else (middle, high)
    return turned(pieces, high)


def divided(
    html: Markup, style: SheetStyle, steps: Sequence[FitStep] = READ_SITTING, attribute: str = NEW_SIDE
) -> Sides:
    """A sheet on as little paper as the smallest of the sizes needs, and as large as so much paper allows."""
    ways = []
    for step in steps:
        pieces = pieces_of(html, style, step.points)
        room = TextColumn(step.points).left / step.points
        fits = all(piece.height + piece.above <= room for piece in pieces)
        turns = evenly(pieces, room) if fits else turned(pieces, room)
        ways.append((not fits, _on_paper(len(turns) + 1), step, [pieces[place].at for place in turns]))
    _, _, step, places = min(ways, key=lambda way: way[:2])
    return Sides(marked(html, places, attribute), step.name, len(places) + 1)


def _on_paper(sides: int) -> int:
    """The sides of the paper that so many need: a third one leaves a fourth that may as well be filled."""
    return sides if sides < 3 else sides + sides % 2


def marked(html: Markup, places: Sequence[int], attribute: str) -> Markup:
    """The HTML with the attribute added at each of the places."""
    pieces, last = [], 0
    for place in sorted(set(places)):
        pieces += [html[last:place], Markup(f" {attribute}")]
        last = place
    return Markup("").join([*pieces, html[last:]])


def in_lots(
    parts: Sequence[Markup], style: SheetStyle, head: float, steps: Sequence[FitStep] = READ_SITTING
) -> list[Sides]:
    """Parts that are cut from each other, on as few sheets as the smallest size needs and as large as so many allow;
    each below a head of so many points. The count of a sheet here is that of its parts.
    """
    ways = []
    for step in steps:
        pieces = [Piece(0, sum(one.height for one in pieces_of(part, style, step.points))) for part in parts]
        room = (TextColumn(step.points).left - head) / step.points
        fits = all(piece.height <= room for piece in pieces)
        ways.append((not fits, evenly(pieces, room) if fits else turned(pieces, room), step))
    _, turns, step = min(ways, key=lambda way: (way[0], len(way[1])))
    ends = [*turns, len(parts)]
    lots = [parts[start:end] for start, end in zip([0, *turns], ends, strict=True)]
    return [Sides(Markup("\n").join(lot), step.name, len(lot)) for lot in lots]
