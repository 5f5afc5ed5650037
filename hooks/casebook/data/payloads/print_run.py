"""What a page that is printed for a number of people holds for its script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypedDict


class RunSheetPayload(TypedDict):
    """A handout: its sides of paper, how many of them are blank backs, the pieces that it is cut into, who shares one,
    and whether a page that says stop comes before it.
    """

    sides: int
    backs: int
    pieces: int
    shared_by: float | Literal["table"]
    has_stop: bool


class RunTablesPayload(TypedDict):
    """How many people sit at a table at least, and at the most while that can be."""

    fewest: int
    usual: float


class PrintRunPayload(TypedDict):
    """The words of the interface, the handouts of the page in their order, and the tables that share some of them."""

    words: dict[str, Any]
    sheets: list[RunSheetPayload]
    tables: RunTablesPayload | None


def print_run_payload(
    words: dict[str, Any], sheets: Iterable[RunSheetPayload], tables: RunTablesPayload | None
) -> PrintRunPayload:
    """The payload of a page."""
    return {"words": words, "sheets": list(sheets), "tables": tables}
