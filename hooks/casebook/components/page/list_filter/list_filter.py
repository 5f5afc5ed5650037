from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from casebook.data.payloads.lists import AT_FIRST, Entry
from casebook.render.context import PageContext, component


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: its name, and its values with their words and the number of entries that have them."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]
    is_open: bool = False
    later: str = ""
    """The label once what came later is known, too."""
    more: tuple[str, str] | None = None
    """A page that says more: its address from the root, and the words of the link."""


def numbers_in(name: str, values: Iterable[str], entries: Sequence[Entry]) -> dict[str, int]:
    """How many entries have each value of a facet; without the values that none has."""
    counts = {value: sum(value in entry.facets[name] for entry in entries) for value in values}
    return {value: count for value, count in counts.items() if count}


@dataclass(frozen=True)
class ListWords:
    """What one list says of itself: the name of its form, what its search is for, that nothing fits, what leads to all
    of it, its orders, and what its script says.
    """

    controls: str
    text: str
    none: str
    whole: str
    sorts: Mapping[str, str]
    script: Mapping[str, str]


@component
def list_filter(
    ctx: PageContext,
    of: str,
    script: str,
    total: int,
    facets: Sequence[Facet],
    words: ListWords,
    items: Markup,
    more: str = "",
    asked: str = "",
) -> Markup:
    """A list with what narrows it: words, facets, orders; without script, the first of the list, and a link to all of
    it. `of` begins the ids of its fields; `script` is the name of the file that has all entries, of which there are
    `total`; `more` stands below the facets, `asked` beside the number.
    """
    data = {"total": total, "list": script, "messages": {**ctx.messages.at("filter.script"), **words.script}}
    return ctx.render(
        "list_filter",
        of=of,
        facets=[facet for facet in facets if facet.options],
        words=words,
        items=items,
        more=more,
        asked=asked,
        goes_on=total > AT_FIRST,
        data=data,
    )
