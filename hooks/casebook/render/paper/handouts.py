"""What is handed out: how many sides of paper it takes, who shares one, and how a pack keeps one off the back of
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

_SIDES = re.compile(r'\bdata-sides="(\d+)"')
_PIECES = re.compile(r'\bdata-cuts="(\d+)"')
Share = float | Literal["table"]
"""Who shares one of a sheet: so many people, or all who sit at a table; 0 where one is enough for all."""


@dataclass(frozen=True)
class Tables:
    """How many people sit at a table: never fewer than `fewest`, and `usual` at the most while that can be."""

    fewest: int
    usual: float


TABLES = Tables(1, 6)
"""The tables where nothing else is said."""


@dataclass(frozen=True)
class Handout:
    """One thing to hand out: what it is called, its sheets, and who shares one. `stop` is the page that stands before
    what is kept back, and says so.
    """

    name: str
    html: Markup
    shared_by: Share = 0
    stop: Markup | None = None

    @property
    def sides(self) -> int:
        """How many sides of paper it takes."""
        return sides_in(self.html)

    @property
    def pieces(self) -> int:
        """How many pieces it is cut into; 0 where nothing is cut."""
        return sum(map(int, _PIECES.findall(self.html)))


@dataclass(frozen=True)
class Placed:
    """A handout in a pack: the pages on which it begins and ends, and how many sides come before it: the page that says
    stop, or an empty back, or both.
    """

    handout: Handout
    first: int
    last: int
    between: int


def sides_in(html: str) -> int:
    """The sides of paper that the sheets in some HTML say they take."""
    return sum(map(int, _SIDES.findall(html)))


def placed(handouts: Sequence[Handout]) -> Iterator[Placed]:
    """The handouts of a pack: each begins a sheet of paper, so that none stands on the back of another."""
    page = 0
    for one in handouts:
        between = 1 if page % 2 else 2 if one.stop else 0
        first = page + between + 1
        page = first + one.sides - 1
        yield Placed(one, first, page, between)
