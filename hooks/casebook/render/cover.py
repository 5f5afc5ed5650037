"""What the cover of a case shows and says: its members' network as it was before the first decision, how many members
it has, who is in the middle and who is at the edge. The page and the image for shared links draw from the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casebook.analysis.disclosure import CaseSnapshot, as_of, first_day
from casebook.analysis.governance_modes import mode_of
from casebook.analysis.network_layout import CENTRE_X, CENTRE_Y, Drawing, Mark
from casebook.analysis.network_positions import edge, middle
from casebook.core import routes
from casebook.library.library import Library, per_library
from casebook.render.context import PageContext
from casebook.render.network_drawing import cover_drawing, drawing_label
from casebook.schema.case import Member
from casebook.text.letter_widths import wrapped

WIDTH, HEIGHT = 400, 216
PICTURE = 262
"""The width of the part that holds the drawing; the number of members stands beside it."""
MARGIN = 5
BAND_Y = 210
WORD_SIZE, LINE = 21, 24
COUNT_X, COUNT_Y = 274, 112
MOST_NAMES = 2
MANY = (2, 10, 50)
"""From so many members on, a mark that stands for many has one outline more."""


@dataclass(frozen=True)
class Outline:
    """A circle around a mark."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class WordLine:
    """A line of words in the cover, and where it stands."""

    words: str
    x: int
    y: int


@dataclass(frozen=True)
class Cover:
    """A cover, ready for its templates. `scale`, `left` and `top` set the drawing into it; `remarks` are the lines
    under it.
    """

    drawing: Drawing
    mode: str
    scale: float
    left: float
    top: float
    many: tuple[Outline, ...]
    at_edge: tuple[Outline, ...]
    number: int
    what: str
    counted: tuple[WordLine, ...]
    remarks: tuple[str, ...]
    label: str

    width: int = WIDTH
    height: int = HEIGHT
    count_x: int = COUNT_X
    count_y: int = COUNT_Y
    band_y: int = BAND_Y

    @property
    def inner_ring(self) -> tuple[float, float, float, float]:
        """The second line of a ring that is drawn double."""
        x, y, across, down = self.drawing.ring
        return x, y, across - 5, down - 5


@per_library
def cover_of(library: Library, slug: str) -> Cover:
    """The cover of a case."""
    ctx = PageContext(library, routes.HOME)
    case = library.cases[slug]
    shown = as_of(case, first_day(case))
    drawing, loose = cover_drawing(ctx, case, shown), {member.id for member in edge(shown.members, shown.ties)}
    number, words = _counted(ctx, shown)
    many, at_edge = tuple(_many(drawing.marks)), tuple(_around(drawing.marks, loose))
    scale, left, top = _place(drawing, (*many, *at_edge))
    lines = wrapped(words, (WIDTH - COUNT_X) / WORD_SIZE, 3)
    return Cover(
        drawing, mode_of(case, shown.day), scale, left, top, many, at_edge, number, words,
        tuple(WordLine(line, COUNT_X, COUNT_Y + 30 + index * LINE) for index, line in enumerate(lines)),
        tuple(_remarks(ctx, shown)), drawing_label(ctx, shown),
    )  # fmt: skip


def _counted(ctx: PageContext, shown: CaseSnapshot) -> tuple[int, str]:
    """How many members it has; where one sum would count unlike things, how many kinds of member."""
    if shown.counts_unlike_things:
        kinds = len(shown.kinds_of_members)
        return kinds, ctx.t("cover.kinds", count=kinds)
    return shown.number_of_members, ctx.t("cover.members", count=shown.number_of_members)


def _reach(mark: Mark) -> float:
    """How far a mark reaches from its middle; a diamond and a triangle reach furthest."""
    return mark.size * (1.0 if mark.shape == "circle" else 1.3)


def _many(marks: Iterable[Mark]) -> Iterator[Outline]:
    """Outlines around the marks that stand for many members: the more members, the more of them."""
    for mark in marks:
        for index in range(sum(mark.many >= least for least in MANY)):
            yield Outline(mark.x, mark.y, round(_reach(mark) + 2.5 + index * 3, 1))


def _around(marks: Iterable[Mark], members: set[str]) -> Iterator[Outline]:
    """An outline around each mark of these members."""
    for mark in marks:
        if mark.member in members:
            rings = sum(mark.many >= least for least in MANY)
            yield Outline(mark.x, mark.y, round(_reach(mark) + 3.5 + rings * 3, 1))


def _place(drawing: Drawing, outlines: tuple[Outline, ...]) -> tuple[float, float, float]:
    """The scale of the drawing in the cover, and where its upper left corner comes: as large as there is room for."""
    reach = max((_reach(mark) for mark in drawing.marks if mark.shape != "table"), default=0)
    reach = max(reach, *(outline.radius for outline in outlines), 0) + 2
    scale = min(
        (PICTURE / 2 - MARGIN) / (drawing.ring[2] + reach), (BAND_Y / 2 - MARGIN - 2) / (drawing.ring[3] + reach)
    )
    return round(scale, 3), round(PICTURE / 2 - CENTRE_X * scale, 1), round((BAND_Y - 4) / 2 - CENTRE_Y * scale, 1)


def _remarks(ctx: PageContext, shown: CaseSnapshot) -> Iterator[str]:
    """Who is in the middle and who at the edge, in words; of two members, both."""
    if 1 < len(shown.members) <= MOST_NAMES:
        yield ctx.t("cover.who", names=_named(ctx, shown.members))
    elif shown.members:
        inner, outer = middle(shown.members, shown.ties), edge(shown.members, shown.ties)
        if inner:
            yield ctx.t("cover.middle", names=_named(ctx, inner))
        if outer:
            yield ctx.t("cover.edge", names=_named(ctx, outer))


def _named(ctx: PageContext, members: tuple[Member, ...]) -> str:
    """The names of some members; of many, the first and how many others."""
    if len(members) <= MOST_NAMES:
        return "; ".join(member.name for member in members)
    return ctx.t("cover.others", name=members[0].name, count=len(members) - 1)
