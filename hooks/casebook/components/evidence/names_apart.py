"""Short names that tell cases apart."""

from __future__ import annotations

from casebook.library.library import Told
from casebook.render.context import Desk


def name_apart(desk: Desk, told: Told) -> str:
    """The words that tell a finding from the others of its case on the same claim with the same stance."""
    words: list[str] = desk.words.at("matrix.which")
    return words[min(told.number, len(words)) - 1] if told.number else ""
