from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.analysis.evidence_strength import ORDER, strengths, strongest
from casebook.analysis.governance_modes import modes_of
from casebook.components.case.labels import MODES_FOR_READERS, country_name
from casebook.render.context import PageContext, component
from casebook.schema.case import ENDINGS, PURPOSES, STANCES, Case

SORTS = ("title", "place", "begins", "strength")
OPEN_AT_FIRST = ("mode", "purpose")


@dataclass(frozen=True)
class Facet:
    """One way to narrow the library: its name, and its values with their words and the number of cases that have
    them.
    """

    name: str
    options: tuple[tuple[str, str, int], ...]

    @property
    def is_open(self) -> bool:
        """True for the facets that stand open at first."""
        return self.name in OPEN_AT_FIRST


def facets_of(case: Case) -> dict[str, list[str]]:
    """The values of a case in every facet: forms as they were before the first decision, and its themes alone; of
    findings, claim and stance.
    """
    day = first_day(case)
    forms = has_begun(case.forms, day)
    return {
        "mode": modes_of(case, day),
        "purpose": _each_once(form.purpose for form in forms if form.purpose),
        "country": _each_once([case.country, *(part.country for part in case.parts if part.country)]),
        "sector": list(case.sectors),
        "theme": _each_once(theme for decision in case.decisions[:1] for theme in decision.themes),
        "strength": sorted(set(strengths(case).values()), key=ORDER.index),
        "said": sorted({f"{finding.claim}:{finding.stance}" for finding in case.findings}),
    }


def _each_once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _facets(ctx: PageContext, found: list[dict[str, list[str]]]) -> list[Facet]:
    """The facets with the values that some case has, in the order of the vocabulary."""
    vocabulary = ctx.library.vocabulary
    countries = sorted({code for one in found for code in one["country"]}, key=lambda code: country_name(ctx, code))
    words: dict[str, dict[str, str]] = {
        "mode": {mode: ctx.t(f"modes.{mode}") for mode in MODES_FOR_READERS},
        "purpose": {purpose: ctx.t(f"library.purposes.{purpose}") for purpose in PURPOSES},
        "country": {code: country_name(ctx, code) for code in countries},
        "sector": dict(vocabulary.sectors),
        "theme": dict(vocabulary.themes),
        "strength": {strength: ctx.t(f"evidence.{strength}") for strength in ORDER},
    }
    facets = []
    for name, labels in words.items():
        counts = {id_: sum(id_ in one[name] for one in found) for id_ in labels}
        facets.append(Facet(name, tuple((id_, label, counts[id_]) for id_, label in labels.items() if counts[id_])))
    return facets


@component
def case_library(ctx: PageContext) -> Markup:
    """Every case on a card, in the order of the alphabet; script adds a text filter, facets and orders."""
    cases = sorted(ctx.library.cases.items(), key=lambda one: one[1].title.lower())
    found = [facets_of(case) for _, case in cases]
    entries: list[dict[str, Any]] = [
        {
            "slug": slug,
            "place": case.place,
            "begins": case.when.start.year if case.when.start else None,
            "rank": ORDER.index(strongest(case)),
            "facets": facets,
        }
        for (slug, case), facets in zip(cases, found, strict=True)
    ]
    data = {"cases": entries, "words": ctx.messages.at("library.script")}
    spoken = {
        claim: ctx.library.claims[claim].statement for claim in ctx.library.claims if ctx.library.findings.get(claim)
    }
    return ctx.render(
        "case_library",
        slugs=[slug for slug, _ in cases],
        facets=_facets(ctx, found),
        claims=spoken,
        stances=STANCES,
        sorts=SORTS,
        endings=ENDINGS,
        data=data,
    )
