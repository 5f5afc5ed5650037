from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.components.decision.decision_entry.decision_entry import empty_entry
from casebook.components.page.list_filter.list_filter import Facet, ListWords, numbers_in
from casebook.data.payloads.decisions import first_decisions, in_order_of_titles, later_decisions
from casebook.data.payloads.lists import AT_FIRST, Entry
from casebook.library.library import Library, per_library
from casebook.render.context import PageContext, component

SORTS = ("title", "place", "begins", "minutes")
OPEN_AT_FIRST = ("theme", "minutes")


def listed_decisions(library: Library) -> list[tuple[str, str]]:
    """The case and the id of every first decision, in the order of the titles."""
    return [(slug, case.decisions[0].id) for slug, case in in_order_of_titles(library) if case.decisions]


@per_library
def decision_entries(library: Library) -> list[Entry]:
    """Every first decision as the filters know it, in the same order."""
    return [Entry(one["slug"], one["order"], one["facets"]) for one in first_decisions(library)]


def _facets(ctx: PageContext, entries: Sequence[Entry]) -> list[Facet]:
    """The facets with the values that some decision has. Those of later ones alone wait, with the number 0, until these
    are shown.
    """
    vocabulary = ctx.library.vocabulary
    later = [Entry(one["slug"], one["order"], one["facets"]) for one in later_decisions(ctx.library)]
    every = [*entries, *later]
    words = {
        "theme": dict(vocabulary.themes),
        "minutes": {one: ctx.t("decisions.minutes", count=int(one)) for one in _numbers("minutes", every)},
        "sector": dict(vocabulary.sectors),
        "seats": {one: ctx.t("decisions.seats", count=int(one)) for one in _numbers("seats", every)},
    }
    facets = []
    for name, labels in words.items():
        known = numbers_in(name, labels, entries)
        options = tuple((id_, labels[id_], known.get(id_, 0)) for id_ in numbers_in(name, labels, every))
        facets.append(Facet(name, ctx.t(f"decisions.facets.{name}"), options, name in OPEN_AT_FIRST))
    return facets


def _numbers(name: str, entries: Sequence[Entry]) -> list[str]:
    return sorted({value for entry in entries for value in entry.facets[name]}, key=int)


@component
def decision_library(ctx: PageContext) -> Markup:
    """First decisions of cases, with what one needs to choose one for a room; script adds those of the other cases,
    filters, and the later ones when asked for.
    """
    entries = decision_entries(ctx.library)
    return ctx.render(
        "decision_library",
        decisions=listed_decisions(ctx.library)[:AT_FIRST],
        total=len(entries),
        facets=_facets(ctx, entries),
        words=ListWords(
            ctx.t("decisions.controls"),
            ctx.t("decisions.text"),
            ctx.t("decisions.none"),
            ctx.t("decisions.whole", count=len(entries)),
            {sort: ctx.t(f"decisions.sorts.{sort}") for sort in SORTS},
            ctx.messages.at("decisions.script"),
        ),
        root=ctx.to_root,
        frame=empty_entry(ctx, 2),
    )
