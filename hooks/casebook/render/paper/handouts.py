"""What is handed out: how many sides of paper it takes, who shares one, and how a pack keeps one off the back of
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

_SIDES = re.compile(r'\bdata-sides="(\d+)"')
_PIECES = re.compile(r'\bdata-cuts="(\d+)"')
TABLE = 6
"""So many people sit at a table where nothing else is said."""


@dataclass(frozen=True)
class Handout:
    """One thing to hand out: what it is called, its sheets, and how many people share one; 0 where one is enough for
    all.
    """

    name: str
    html: Markup
    shared_by: float = 0

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
    """A handout in a pack: the pages on which it begins and ends, and whether an empty side comes before it."""

    handout: Handout
    first: int
    last: int
    needs_back: bool


def sides_in(html: str) -> int:
    """The sides of paper that the sheets in some HTML say they take."""
    return sum(map(int, _SIDES.findall(html)))


def placed(handouts: Sequence[Handout]) -> Iterator[Placed]:
    """The handouts of a pack: each begins a sheet of paper, so that none stands on the back of another."""
    page = 0
    for one in handouts:
        needs_back = page % 2 == 1
        first = page + needs_back + 1
        page = first + one.sides - 1
        yield Placed(one, first, page, needs_back)
