"""Short names that tell cases apart."""

from __future__ import annotations

from casebook.library.library import CaseFinding
from casebook.render.context import PageContext


def disambiguator(ctx: PageContext, told: CaseFinding) -> str:
    """The words that tell a finding from the others of its case on the same claim with the same stance."""
    words: list[str] = ctx.messages.at("matrix.which")
    return words[min(told.number, len(words)) - 1] if told.number else ""
