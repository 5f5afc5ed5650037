"""Components of the learning pages: claims, forms, glossary, bibliography."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from casebook.ageing import since_weighed
from casebook.claim_texts import claim_script, mark_of
from casebook.components.matrix import name_apart
from casebook.library import Library, Told
from casebook.models.case import STANCES
from casebook.quiet_sources import finding_anchor
from casebook.rendering import Desk, component
from casebook.source_names import by_letter, names_in
from casebook.story import first_day, has_begun
from casebook.strength import ORDER, strength_of_part, strongest


@component
def claim_page(desk: Desk, claim_id: str) -> Markup:
    """A claim: what it says, what the cases say to it taken together, and every finding with its case and stance."""
    claim = desk.library.claims[claim_id]
    told = sorted(desk.library.findings.get(claim_id, []), key=lambda one: one.case.title.lower())
    groups = [(stance, [one for one in told if one.finding.stance == stance]) for stance in STANCES]
    groups = [(stance, found) for stance, found in groups if found]
    return desk.render(
        "claim-page", anchor=lambda one: finding_anchor(one.case, one.finding), mark=mark_of,
        id=claim_id, claim=claim, body=desk.prose(desk.library.claim_pages[claim_id].body), groups=groups,
        one_sided=len(told) > 1 and len(groups) == 1, changed=since_weighed(desk.library, claim_id).every if claim.together else (),
        strength=_strength, named=lambda told: name_apart(desk, told), exercises=exercises_on(desk.library, claim_id), script=claim_script(claim_id),
        root=desk.link("index.html").removesuffix("index.html"),
    )  # fmt: skip


def _strength(told: Told) -> str:
    """The strength of evidence of the case's part that a finding belongs to."""
    return strength_of_part(told.case, told.finding.part) if told.finding.part else strongest(told.case)


def exercises_on(library: Library, claim_id: str) -> list[str]:
    """The exercises that work on a claim, by their own word or the claim's."""
    named = library.claims[claim_id].exercises
    return [slug for slug, exercise in library.exercises.items() if slug in named or claim_id in exercise.claims]


@component
def form_page(desk: Desk, form_id: str) -> Markup:
    """A form: what it is, and the cases that took it. Those that took it only after their first decision are held back, for that tells how they went on."""
    taken = {slug: case for slug, case in desk.library.cases.items() if any(form.form == form_id for form in case.forms)}
    at_first = [slug for slug, case in taken.items() if any(form.form == form_id for form in has_begun(case.forms, first_day(case)))]
    later = [slug for slug in taken if slug not in at_first]
    body = desk.prose(desk.library.form_pages[form_id].body)
    return desk.render("form-page", id=form_id, form=desk.library.forms[form_id], body=body, at_first=at_first, later=later)


@component
def claim_list(desk: Desk) -> Markup:
    """The twenty-five claims, in the order of the founding article, with the stances that cases take."""
    rows = [(id_, claim, _stances(desk.library, id_)) for id_, claim in desk.library.claims.items()]
    return desk.render("claim-list", rows=rows)


def _stances(library: Library, claim_id: str) -> list[str]:
    found = {told.finding.stance for told in library.findings.get(claim_id, [])}
    return [stance for stance in STANCES if stance in found]


@component
def form_list(desk: Desk) -> Markup:
    """The forms, by mode."""
    order = ("network", "alliance", "group", "contract", "hierarchy")
    rows = sorted(desk.library.forms.items(), key=lambda one: (order.index(one[1].mode), one[1].label))
    return desk.render("form-list", rows=rows)


@component
def glossary_list(desk: Desk) -> Markup:
    """The words of the field by letter, with their sources, and the letters to jump to."""
    terms = sorted(desk.library.terms, key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    return desk.render("glossary-list", letters=letters)


@component
def bibliography_list(desk: Desk) -> Markup:
    """Every source that pages and exercises cite, under the first letter of its author, with letters to jump to."""
    groups = by_letter(list(desk.library.bibliography.values()))
    return desk.render("bibliography-list", groups=groups, letters=names_in(desk.library).letters)


@component
def citation_notes(desk: Desk, thing: object) -> Markup:
    """The sources of a statement outside cases, as notes linked to the bibliography."""
    return desk.render("citation-notes", thing=thing, cited=lambda id_, at: Markup(desk.cite(id_, at)))


__all__ = ["ORDER", "STANCES", "claim_list", "claim_page", "exercises_on"]
