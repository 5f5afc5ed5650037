"""The order in which each kind of content is listed, and what stands before and after an item of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casebook.library.library import Library, per_library, plain_value
from casebook.schema.kinds import CASES, CLAIMS, ESSAYS, EXERCISES, FORMS, KINDS, SESSIONS, Kind
from casebook.schema.reference_pages import WrittenPage
from casebook.text.punctuation import titled

MODES_IN_ORDER = ("network", "alliance", "group", "contract", "hierarchy")
_ORDER: dict[str, Callable[[Any], Any]] = {
    CASES.name: lambda case: case.title,
    EXERCISES.name: lambda exercise: exercise.title,
    FORMS.name: lambda form: (MODES_IN_ORDER.index(form.mode), form.label),
    ESSAYS.name: lambda essay: (essay.order, essay.title),
    SESSIONS.name: lambda session: session.minutes,
}
_CALLED: dict[str, Callable[[Any], str]] = {
    CASES.name: lambda case: titled(case.title, case.place),
    CLAIMS.name: lambda claim: str(claim.statement),
    EXERCISES.name: lambda exercise: str(exercise.title),
    FORMS.name: lambda form: str(form.label),
}
"""What a link to an item says. A kind leads from one item to the next where it stands here or is written by hand."""


def _title(page: WrittenPage) -> str:
    """By what pages that are written by hand are listed and called, where their kind says nothing else."""
    return page.title


def in_order(library: Library, kind: Kind[Any]) -> list[tuple[str, Any]]:
    """The sound items of a kind with their ids, in the order of their list."""
    items = list(library.sound(kind).items())
    order = _ORDER.get(kind.name, None if kind.is_made else _title)
    return sorted(items, key=lambda one: order(one[1])) if order else items


@per_library
def neighbours(library: Library, kind: Kind[Any]) -> dict[str, tuple[tuple[str, str] | None, tuple[str, str] | None]]:
    """By id what stands before and after each item: id and words, or None at an end.

    Empty for a kind that does not lead from one item to the next.
    """
    called = _CALLED.get(kind.name, None if kind.is_made else _title)
    row = [(id_, called(item)) for id_, item in in_order(library, kind)] if called else []
    ends: list[tuple[str, str] | None] = [None, *row, None]
    return {id_: (ends[at], ends[at + 2]) for at, (id_, _) in enumerate(row)}


@plain_value
def beside(library: Library, kind: str, id_: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """What stands before and after one item of a kind: id and words, or None at an end."""
    found = next((one for one in KINDS if one.name == kind), None)
    return neighbours(library, found).get(id_, (None, None)) if found else (None, None)
