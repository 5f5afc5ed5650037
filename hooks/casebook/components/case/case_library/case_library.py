from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.analysis.evidence_strength import ORDER, strengths, strongest
from casebook.analysis.governance_modes import modes_of
from casebook.components.case.labels import MODES_FOR_READERS, country_name
from casebook.components.page.list_filter.list_filter import Facet, ListWords, numbers_in
from casebook.core import routes
from casebook.data.payloads.decisions import in_order_of_titles
from casebook.data.payloads.lists import AT_FIRST, Entry
from casebook.library.library import Library, per_library
from casebook.render.context import PageContext, component
from casebook.schema.case import ENDINGS, PURPOSES, STANCES, Case

SORTS = ("title", "place", "begins", "strength")
OPEN_AT_FIRST = ("form", "mode")
KNOW_MORE_LATER = ("form", "mode", "purpose")
"""The facets that, once endings are shown, know what came later, too."""


def facets_of(case: Case) -> dict[str, list[str]]:
    """The values of a case in every facet: forms as they were before the first decision, and its themes alone; of
    findings, claim and stance.
    """
    day = first_day(case)
    forms = has_begun(case.forms, day)
    return {
        "form": _each_once(form.form for form in forms if form.form),
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


def entry_of(slug: str, case: Case) -> Entry:
    """A case as the filters know it."""
    order = {
        "place": case.place,
        "begins": case.when.start.year if case.when.start else None,
        "strength": ORDER.index(strongest(case)),
    }
    return Entry(slug, order, facets_of(case))


@per_library
def case_entries(library: Library) -> list[Entry]:
    """Every case as the filters know it, in the order of titles."""
    return [entry_of(slug, case) for slug, case in in_order_of_titles(library)]


def _facets(ctx: PageContext, entries: Sequence[Entry]) -> list[Facet]:
    """The facets with the values that some case has, in the order of the vocabulary."""
    vocabulary = ctx.library.vocabulary
    codes = {code for entry in entries for code in entry.facets["country"]}
    words: dict[str, dict[str, str]] = {
        "form": {id_: form.label for id_, form in sorted(ctx.library.forms.items(), key=lambda one: one[1].label)},
        "mode": {mode: ctx.t(f"modes.{mode}") for mode in MODES_FOR_READERS},
        "purpose": {purpose: ctx.t(f"library.purposes.{purpose}") for purpose in PURPOSES},
        "theme": dict(vocabulary.themes),
        "sector": dict(vocabulary.sectors),
        "country": {code: country_name(ctx, code) for code in sorted(codes, key=lambda one: country_name(ctx, one))},
        "strength": {strength: ctx.t(f"evidence.{strength}") for strength in ORDER},
    }
    return [
        Facet(
            name,
            ctx.t(f"library.facets.{name}"),
            tuple((id_, labels[id_], count) for id_, count in numbers_in(name, labels, entries).items()),
            is_open=name in OPEN_AT_FIRST,
            later=ctx.t(f"library.facets_later.{name}") if name in KNOW_MORE_LATER else "",
            more=(routes.FORMS, ctx.t("library.what_forms_are")) if name == "form" else None,
        )
        for name, labels in words.items()
    ]


@component
def case_library(ctx: PageContext) -> Markup:
    """The first cases on cards, in the order of the alphabet; script adds the others, a text filter, facets and
    orders.
    """
    entries = case_entries(ctx.library)
    spoken = {
        claim: ctx.library.claims[claim].statement for claim in ctx.library.claims if ctx.library.findings.get(claim)
    }
    return ctx.render(
        "case_library",
        slugs=[entry.slug for entry in entries[:AT_FIRST]],
        total=len(entries),
        facets=_facets(ctx, entries),
        claims=spoken,
        stances=STANCES,
        words=ListWords(
            ctx.t("library.controls"),
            ctx.t("library.text"),
            ctx.t("library.none"),
            ctx.t("library.whole", count=len(entries)),
            {sort: ctx.t(f"library.sorts.{sort}") for sort in SORTS},
            ctx.messages.at("library.script"),
        ),
        endings=ENDINGS,
    )
