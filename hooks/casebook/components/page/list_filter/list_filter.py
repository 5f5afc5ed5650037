from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

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


@dataclass(frozen=True)
class Entry:
    """One entry of a list: the case it belongs to, what it is put in order by, and its values in each facet."""

    slug: str
    order: Mapping[str, str | int | None]
    facets: Mapping[str, Sequence[str]]


def numbers_in(name: str, values: Iterable[str], entries: Sequence[Entry]) -> dict[str, int]:
    """How many entries have each value of a facet; without the values that none has."""
    counts = {value: sum(value in entry.facets[name] for entry in entries) for value in values}
    return {value: count for value, count in counts.items() if count}


def packed(entries: Sequence[Entry]) -> dict[str, Any]:
    """Entries as a page holds them: each value of a facet stands once, and entries name it by its place."""
    values: dict[str, dict[str, int]] = {}
    rows = []
    for entry in entries:
        places = {
            name: [values.setdefault(name, {}).setdefault(one, len(values[name])) for one in ids]
            for name, ids in entry.facets.items()
        }
        rows.append({"slug": entry.slug, "order": dict(entry.order), "facets": places})
    return {"values": {name: list(known) for name, known in values.items()}, "entries": rows}


@dataclass(frozen=True)
class ListWords:
    """What one list says of itself: the name of its form, what its search is for, that nothing fits, its orders, and
    what its script says.
    """

    controls: str
    text: str
    none: str
    sorts: Mapping[str, str]
    script: Mapping[str, str]


@component
def list_filter(
    ctx: PageContext,
    of: str,
    entries: Sequence[Entry],
    facets: Sequence[Facet],
    words: ListWords,
    items: Markup,
    more: str = "",
    asked: str = "",
) -> Markup:
    """A list with what narrows it: words, facets, orders; without script, the list alone. `of` begins the ids of its
    fields; `more` stands below the facets, `asked` beside the number.
    """
    data = {**packed(entries), "messages": {**ctx.messages.at("filter.script"), **words.script}}
    return ctx.render(
        "list_filter",
        of=of,
        facets=[facet for facet in facets if facet.options],
        words=words,
        items=items,
        more=more,
        asked=asked,
        data=data,
    )
