"""Several sheets on one page, of which the address names the one that is shown and printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from casebook.render.context import PageContext


@dataclass(frozen=True)
class Choice:
    """What can be asked for: its anchor, what it is called, and a line on it."""

    name: str
    label: str
    note: str
    page: str = ""
    """Where it is on a page of its own; it has no anchor then."""

    @property
    def is_large(self) -> bool:
        """True for what is set in large type."""
        return self.name.endswith("large-print")


@dataclass(frozen=True)
class Paper:
    """What is shown, by the anchors that ask for it; on the screen alone where it is about the sheets. `handout` is its
    place among the handouts of the pack, and `stop` that of the handout before which it says stop; None where it is
    neither.
    """

    names: tuple[str, ...]
    html: Markup
    screen_only: bool = False
    handout: int | None = None
    stop: int | None = None


def sheet_choice(
    ctx: PageContext,
    title: str,
    words: Sequence[str],
    choices: Sequence[Choice],
    papers: Sequence[Paper],
    gives_way: bool = False,
) -> Markup:
    """A page of sheets, each shown and printed alone; without an anchor its opening words, with a link to each.

    Its title `gives_way` to the shown sheet where each has a main heading of its own.
    """
    return ctx.render("sheet_choice", title=title, words=words, choices=choices, papers=papers, gives_way=gives_way)
