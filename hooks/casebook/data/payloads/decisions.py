"""Decisions as a list shows them: the question and the quarrel, who decides, where and when, and how long it takes to
read. The later ones tell how earlier ones went, and wait in data/later-decisions.js until they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from casebook.analysis.disclosure import place_of
from casebook.analysis.reading_time import minutes_to_read, words_to_read
from casebook.core import routes
from casebook.library.library import Library
from casebook.schema.case import Case, Decision
from casebook.text.markdown import typographic

SHEETS = ("pack", "participant", "outcome", "facilitator", "together")
"""The sheets that a list leads to, and deciding together on a screen."""


class DecisionPayload(TypedDict):
    """A decision in a list. Addresses are from the root of the site; what is empty is not shown."""

    slug: str
    case: str
    """The title of its case."""
    page: str
    question: str
    quarrel: str
    seat: str
    others: str
    """The other seats, with their questions."""
    place: str
    """Where and when."""
    about: str
    """Themes and sectors."""
    reading: str
    """How many words and minutes."""
    sheets: list[str]
    """The address of each of `SHEETS`."""
    facets: dict[str, list[str]]
    order: dict[str, str | int | None]


def decision_payload(library: Library, slug: str, decision: Decision) -> DecisionPayload:
    """A decision as a list shows it."""
    case, vocabulary, t = library.cases[slug], library.vocabulary, library.messages.t
    words = words_to_read(case, decision)
    minutes = minutes_to_read(words)
    first, *others = decision.seats
    place = place_of(case, decision)
    themes = "; ".join(vocabulary.themes[theme] for theme in decision.themes)
    sectors = "; ".join(vocabulary.sectors[sector] for sector in case.sectors)
    about = (t("decisions.about", themes=themes) if themes else "", t("decisions.taking_part", sectors=sectors))
    return {
        "slug": slug,
        "case": typographic(case.title),
        "page": routes.decision(slug, decision.id),
        "question": typographic(first.question),
        "quarrel": typographic(decision.quarrel or ""),
        "seat": typographic(first.label),
        "others": typographic(" ".join(f"{seat.label} {seat.question}" for seat in others)),
        "place": f"{place}, {decision.when.spoken()}",
        "about": " ".join(about).strip(),
        "reading": t("decisions.reading", minutes=t("decisions.minutes", count=minutes), words=words),
        "sheets": [routes.decision_sheet(slug, decision.id, sheet) for sheet in SHEETS],
        "facets": {
            "theme": list(decision.themes),
            "sector": list(case.sectors),
            "minutes": [str(minutes)],
            "seats": [str(len(decision.seats))],
        },
        "order": {"place": place, "begins": decision.when.begins.year, "minutes": words},
    }


def in_order_of_titles(library: Library) -> list[tuple[str, Case]]:
    """The cases as lists have them."""
    return sorted(library.cases.items(), key=lambda one: one[1].title.lower())


def first_decisions(library: Library) -> Iterator[DecisionPayload]:
    """The first decision of every case, in the order of the titles."""
    for slug, case in in_order_of_titles(library):
        yield from (decision_payload(library, slug, decision) for decision in case.decisions[:1])


def later_decisions(library: Library) -> list[DecisionPayload]:
    """Every later decision: what it asks tells what came of the ones before it."""
    return [
        decision_payload(library, slug, decision)
        for slug, case in library.cases.items()
        for decision in case.decisions[1:]
    ]
