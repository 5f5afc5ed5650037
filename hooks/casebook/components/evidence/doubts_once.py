"""What is derived or judged by us in a list: said once above it where several of its statements share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.render.context import PageContext
from casebook.schema.base import Sourced

SIGNS = {"inferred": "*", "judgement": "†"}


@dataclass(frozen=True)
class Doubts:
    """What stands above a list, and what still stands beside each statement."""

    above: tuple[str, ...]
    beside: dict[str, str]
    """By kind of doubt: a sign that the line above explains, the words themselves, or nothing where all share it."""

    def of(self, thing: Sourced) -> tuple[str, ...]:
        """What stands beside a statement."""
        return tuple(words for kind, words in self.beside.items() if getattr(thing, kind) and words)


def doubts_once(ctx: PageContext, things: Sequence[Sourced]) -> Doubts:
    """The doubts of a list: in words beside the one statement that has them; of several, once above."""
    above, beside = [], {}
    for kind, sign in SIGNS.items():
        words = ctx.t(f"case.{kind}")
        count = sum(bool(getattr(thing, kind)) for thing in things)
        if count < 2:
            beside[kind] = f"({words.lower()})"
        elif count == len(things):
            beside[kind] = ""
            above.append(ctx.t("case.doubt_of_all", doubt=words))
        else:
            beside[kind] = sign
            above.append(ctx.t("case.doubt_of_marked", doubt=words, sign=sign))
    return Doubts(tuple(above), beside)
