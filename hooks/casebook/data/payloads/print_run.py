"""What a page that is printed for a number of people holds for its script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypedDict


class RunSheetPayload(TypedDict):
    """A handout: its sides of paper, how many of them are blank backs, the pieces that it is cut into, how many people
    share one.
    """

    sides: int
    backs: int
    pieces: int
    shared_by: float


class PrintRunPayload(TypedDict):
    """The words of the interface, and the handouts of the page in their order."""

    words: dict[str, Any]
    sheets: list[RunSheetPayload]


def print_run_payload(words: dict[str, Any], sheets: Iterable[tuple[int, int, int, float]]) -> PrintRunPayload:
    """The payload: sides, blank backs, pieces, and by how many people each is shared."""
    listed: list[RunSheetPayload] = [
        {"sides": sides, "backs": backs, "pieces": pieces, "shared_by": shared}
        for sides, backs, pieces, shared in sheets
    ]
    return {"words": words, "sheets": listed}
