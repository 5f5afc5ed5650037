"""The long lists of the site as their scripts load them: every case of the library, every first decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from casebook.components.case.case_card.case_card import case_card
from casebook.components.case.case_library.case_library import case_entries
from casebook.components.decision.decision_entry.decision_entry import decision_entry
from casebook.components.decision.decision_library.decision_library import decision_entries, listed_decisions
from casebook.components.evidence.matrix_row.matrix_row import FIRST_ROWS, matrix_row, matrix_rows
from casebook.core import routes
from casebook.core.attempts import Writer
from casebook.data.payloads.lists import AT_FIRST, ListPayload, Piece, list_payload, taken_apart
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.render.context import PageContext


def list_files(library: Library) -> Iterator[Writer[str]]:
    """The path of the script of each long list, and how it is written."""
    lists: dict[str, Callable[[Library], ListPayload | list[Piece]]] = {
        routes.CASE_CARDS: case_list,
        routes.DECISION_ENTRIES: decision_list,
        routes.MATRIX_ROWS: other_rows,
    }
    for name, write in lists.items():
        yield routes.case_script(name), partial(_script, library, name, write)


def _script(library: Library, name: str, write: Callable[[Library], ListPayload | list[Piece]]) -> str:
    return as_script(name, write(library))


def case_list(library: Library) -> ListPayload:
    """Every case as the library narrows and orders it, and the cards that its page does not hold."""
    ctx, entries = PageContext(library, routes.CASES), case_entries(library)
    return list_payload(entries, (case_card(ctx, entry.slug, 2, True) for entry in entries[AT_FIRST:]))


def decision_list(library: Library) -> ListPayload:
    """Every first decision, likewise."""
    ctx, listed = PageContext(library, routes.DECISIONS), listed_decisions(library)
    cards = (decision_entry(ctx, slug, decision, 2) for slug, decision in listed[AT_FIRST:])
    return list_payload(decision_entries(library), cards)


def other_rows(library: Library, first: int = FIRST_ROWS) -> list[Piece]:
    """The cases of the matrix that its page does not hold."""
    ctx = PageContext(library, routes.MATRIX)
    return [taken_apart(matrix_row(ctx, row)) for row in matrix_rows(library)[first:]]
