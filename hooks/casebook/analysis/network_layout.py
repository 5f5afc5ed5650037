"""Draws a members' network: members on an ellipse, grouped by part and kind, tables in the middle, ties as lines.

Coordinates are in the units of a picture 320 wide and 260 high. There is no chance in it: the same members give the
same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casebook.analysis.disclosure import snapshots
from casebook.library.library import Library, per_library
from casebook.schema.case import Case, Member, Tie

WIDTH, HEIGHT = 320.0, 260.0
CENTRE_X, CENTRE_Y = WIDTH / 2, HEIGHT / 2
RADIUS_X, RADIUS_Y = 132.0, 104.0
MOST_MARKS = 44
LARGEST, LARGEST_SHARED, SMALLEST = 17.0, 13.0, 4.5
FEW = 4
"""Up to so many marks are drawn larger, on a smaller ellipse: two members are more than a line with two ends."""
FEW_RADIUS_X, FEW_RADIUS_Y, FEW_LARGEST, FEW_LARGEST_SHARED = 104.0, 82.0, 28.0, 22.0
GAP_BETWEEN_GROUPS = 0.6
EDGE = 7.0
HOLDS_ONE_DIGIT = {"circle": 7.0, "square": 7.0, "diamond": 7.0, "triangle": 9.0, "table": 0.0}
HOLDS_TWO_DIGITS = {"circle": 9.0, "square": 9.0, "diamond": 10.0, "triangle": 12.0, "table": 0.0}


@dataclass(frozen=True)
class Mark:
    """One shape on the ellipse, or one table: its member, its number in the list, and where it stands; `mode` where a
    table has a colour of its own.
    """

    member: str
    number: int
    shape: str
    x: float
    y: float
    size: float
    many: int = 1
    mode: str = ""

    @property
    def holds_number(self) -> bool:
        """True when its number can be read within it."""
        return self.size >= (HOLDS_ONE_DIGIT if self.number < 10 else HOLDS_TWO_DIGITS).get(self.shape, 9.0)

    @property
    def number_down(self) -> float:
        """How far below its middle its number is written; in a triangle it is lower, where there is room."""
        return round(self.size / 2 if self.shape == "triangle" else 3.1, 1)


@dataclass(frozen=True)
class Line:
    """One tie: from point to point, bent towards the middle through a control point; (mid_x, mid_y) is its middle.

    `mode` where it has a colour of its own.
    """

    x1: float
    y1: float
    bend_x: float
    bend_y: float
    x2: float
    y2: float
    strength: str
    kind: str
    mode: str = ""

    @property
    def mid_x(self) -> float:
        """The middle of the curve, across."""
        return round(self.x1 / 4 + self.bend_x / 2 + self.x2 / 4, 1)

    @property
    def mid_y(self) -> float:
        """The middle of the curve, down."""
        return round(self.y1 / 4 + self.bend_y / 2 + self.y2 / 4, 1)


@dataclass(frozen=True)
class Drawing:
    """A picture of a network, ready for a template; `ring` is the ellipse that members stand on: its middle and its two
    radii.
    """

    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    width: float = WIDTH
    height: float = HEIGHT
    ring: tuple[float, float, float, float] = (CENTRE_X, CENTRE_Y, RADIUS_X, RADIUS_Y)

    @property
    def outer_numbers(self) -> tuple[tuple[int, float, float], ...]:
        """Where the marks are too small to hold a number: the number of each member, outside the ellipse at the middle
        of its marks.
        """
        small: dict[int, list[Mark]] = {}
        for mark in self.marks:
            if not mark.holds_number:
                small.setdefault(mark.number, []).append(mark)
        return tuple((number, *_outside(marks[len(marks) // 2])) for number, marks in small.items())


def _outside(mark: Mark) -> tuple[float, float]:
    """A point beyond a mark, seen from the middle."""
    across, down = mark.x - CENTRE_X, mark.y - CENTRE_Y
    reach = (mark.size + 9.0) / (math.hypot(across, down) or 1.0)
    x, y = mark.x + across * reach, mark.y + down * reach
    return round(x, 1), round(min(max(y, EDGE), HEIGHT - EDGE), 1)


@dataclass(frozen=True)
class DrawingScale:
    """What pictures that are to be compared share: whether a line of many members is one mark, and how many marks the
    fullest picture has.
    """

    one_each: bool
    marks: int


def scale_of(pictures: Iterable[Iterable[Member]], shapes: Mapping[str, str]) -> DrawingScale:
    """The scale at which all these can be drawn: if one of them has too many marks, every line of members is one mark
    in each of them.
    """
    around = [[member.count for member in members if shapes.get(member.kind) != "table"] for members in pictures]
    one_each = any(sum(counts) > MOST_MARKS for counts in around)
    return DrawingScale(one_each, max((len(counts) if one_each else sum(counts) for counts in around), default=0))


def scale_in(library: Library, case: Case) -> DrawingScale:
    """The one scale of all pictures of a case: before each decision, and at the end."""
    return _scale_of_case(library, case.slug)


@per_library
def _scale_of_case(library: Library, slug: str) -> DrawingScale:
    kinds = {id_: kind.shape for id_, kind in library.vocabulary.member_kinds.items()}
    return scale_of([stage.members for stage in snapshots(library.cases[slug])], kinds)


def draw(
    members: Iterable[Member],
    ties: Iterable[Tie],
    shapes: Mapping[str, str],
    modes: Mapping[str, str] | None = None,
    scale: DrawingScale | None = None,
) -> Drawing:
    """The picture of these members and ties.

    `shapes` gives a shape for each kind of member, `modes` a mode for each part whose ties have a colour of their own.
    `scale` is that of the pictures it is compared with; without one it has its own.
    """
    every, modes = list(members), modes or {}
    scale = scale or scale_of([every], shapes)
    number = {member.id: index + 1 for index, member in enumerate(every)}
    tables = [member for member in every if shapes.get(member.kind) == "table"]
    around = sorted(
        (member for member in every if member not in tables),
        key=lambda member: (member.part or "", list(shapes).index(member.kind)),
    )
    ring = _ring(around, scale)
    marks = [*_tables(tables, number, modes), *_around(around, number, shapes, scale, ring)]
    at: dict[str, list[Mark]] = {}
    for mark in marks:
        at.setdefault(mark.member, []).append(mark)
    lines = tuple(line for tie in ties for line in _lines(tie, at, modes))
    return Drawing(tuple(marks), lines, ring=ring)


def _is_few(around: Iterable[Member], scale: DrawingScale) -> bool:
    """True where no picture at this scale has more than a few marks."""
    return max(sum(1 if scale.one_each else member.count for member in around), scale.marks) <= FEW


def _ring(around: Iterable[Member], scale: DrawingScale) -> tuple[float, float, float, float]:
    """The ellipse that members stand on."""
    few = _is_few(around, scale)
    return CENTRE_X, CENTRE_Y, FEW_RADIUS_X if few else RADIUS_X, FEW_RADIUS_Y if few else RADIUS_Y


def _tables(tables: list[Member], number: Mapping[str, int], modes: Mapping[str, str]) -> Iterable[Mark]:
    count = len(tables)
    size = 13.0 if count < 3 else 10.0
    for index, table in enumerate(tables):
        angle = math.pi * 2 * index / max(count, 1) - math.pi / 2
        reach = 0.0 if count == 1 else (28.0 if count < 4 else 42.0)
        x, y = round(CENTRE_X + reach * math.cos(angle), 1), round(CENTRE_Y + reach * math.sin(angle), 1)
        yield Mark(table.id, number[table.id], "table", x, y, size, mode=modes.get(table.part or "", ""))


def _around(
    around: list[Member],
    number: Mapping[str, int],
    shapes: Mapping[str, str],
    scale: DrawingScale,
    ring: tuple[float, float, float, float],
) -> Iterable[Mark]:
    one_each = scale.one_each
    drawn = [(member, 1 if one_each else member.count) for member in around]
    total = sum(count for _, count in drawn)
    groups = len({(member.part, member.kind) for member in around})
    slots = total + (groups * GAP_BETWEEN_GROUPS if groups > 1 else 0)
    largest, shared = (FEW_LARGEST, FEW_LARGEST_SHARED) if _is_few(around, scale) else (LARGEST, LARGEST_SHARED)
    size = min(shared if one_each else largest, max(SMALLEST, 9.0 * 20 / max(total, scale.marks, 1)))
    angle, before = -math.pi / 2, None
    for member, count in drawn:
        if before is not None and before != (member.part, member.kind):
            angle += GAP_BETWEEN_GROUPS * 2 * math.pi / slots
        before = (member.part, member.kind)
        for _ in range(count):
            x, y = ring[0] + ring[2] * math.cos(angle), ring[1] + ring[3] * math.sin(angle)
            many = member.count if one_each else 1
            yield Mark(
                member.id,
                number[member.id],
                shapes[member.kind],
                round(x, 1),
                round(y, 1),
                round(size * (1.25 if many > 1 else 1.0), 1),
                many,
            )
            angle += 2 * math.pi / slots


def _pairs(starts: list[Mark], ends: list[Mark]) -> Iterable[tuple[Mark, Mark]]:
    """Every start with every end; between two large groups, each member of the larger with one of the smaller, so that
    the picture stays open.
    """
    if len(starts) * len(ends) <= MOST_MARKS:
        return ((start, end) for start in starts for end in ends)
    if len(starts) < len(ends):
        return ((starts[index * len(starts) // len(ends)], end) for index, end in enumerate(ends))
    return ((start, ends[index * len(ends) // len(starts)]) for index, start in enumerate(starts))


def _lines(tie: Tie, at: Mapping[str, list[Mark]], modes: Mapping[str, str]) -> Iterable[Line]:
    mode = modes.get(tie.part or "", "")
    for start, end in _pairs(at.get(tie.from_, []), at.get(tie.to, [])):
        bend_x = round((start.x + end.x) / 2 * 0.72 + CENTRE_X * 0.28, 1)
        bend_y = round((start.y + end.y) / 2 * 0.72 + CENTRE_Y * 0.28, 1)
        yield Line(start.x, start.y, bend_x, bend_y, end.x, end.y, tie.strength, tie.kind, mode)
