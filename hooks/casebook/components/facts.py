"""Components that say what is known: statements with their sources, findings, results, the strength of evidence."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from casebook.models.base import Sourced
from casebook.models.case import STANCES, Case, Fact, Finding, Result, Source
from casebook.models.exercise import Exercise
from casebook.quiet_sources import cited_ids, finding_anchor, numbers_of, places_in_words, plain_place, quiet_sources
from casebook.rendering import Desk, component
from casebook.results_in_words import direction, how_found, what_came_out
from casebook.source_names import names_in, printed
from casebook.strength import ORDER, how_much_was_read, strengths


@component
def stance_mark(desk: Desk, stance: str, hollow: bool = False) -> Markup:
    """The glyph of a stance (supports, complicates, contradicts) with its word; hollow where no source stands behind it."""
    return desk.render("stance-mark", stance=stance, hollow=hollow, label=desk.say(f"stances.{stance}"))


@component
def stated_fact(desk: Desk, case: Case, thing: Sourced, margin: bool = True, part: bool = True) -> Markup:
    """A statement with its sources, its doubts and what others say against it; its part is named first, unless it stands beside it already."""
    parts = {one.id: one.name for one in case.parts} if part else {}
    return desk.render("stated-fact", case=case, thing=thing, parts=parts, margin=margin)


@component
def fact_list(desk: Desk, case: Case, facts: Sequence[Fact], day: datetime.date | None = None) -> Markup:
    """The case at a glance: each measure with its value, date and sources; what has to be said about a value stands under it."""
    return desk.render("fact-list", case=case, facts=facts, day=day, parts={part.id: part.name for part in case.parts})


@component
def source_notes(desk: Desk, case: Case, thing: Sourced, margin: bool = True) -> Markup:
    """The numbers of the sources of a statement, each linked to a note without its title, and the same as a note in the margin."""
    home = desk.library.home_of.get(id(case), desk.at)
    known: dict[object, Markup] = desk.library.memory.setdefault("notes", {})
    noted_at = desk.at if desk.at.startswith(home.removesuffix(".html") + "/") else home  # a decision on its own page lists what it cites
    key = (home, desk.link(f"{noted_at}#"), margin, tuple((one.source, one.at) for one in thing.sources))
    if key not in known or noted_at == desk.at:
        sources = {one.id: one for one in quiet_sources(desk.library, case)}
        cited = [(sources[one.source], plain_place(one.at)) for one in thing.sources if one.source in sources]
        known[key] = desk.render("source-notes", cited=cited, margin=margin, noted_at=noted_at)
    return known[key]


@component
def cited_sources(desk: Desk, case: Case, things: Iterable[Sourced]) -> Markup:
    """The sources behind some statements, with the numbers they have in the whole case. No title and no address: both may tell the ending."""
    return named_sources(desk, case, cited_ids(things))


@component
def named_sources(desk: Desk, case: Case, ids: Collection[str]) -> Markup:
    """The sources with these ids, as quietly as `cited_sources`: a number in the text leads here until the ending is open."""
    home = desk.library.home_of.get(id(case), desk.at)
    return desk.render("cited-sources", cited=[one for one in quiet_sources(desk.library, case) if one.id in ids], home=home)


@component
def finding_list(desk: Desk, slug: str, findings: Sequence[Finding]) -> Markup:
    """Findings grouped by claim: stance by shape and word, fact and reading apart."""
    case = desk.library.cases[slug]
    order = list(desk.library.claims)
    ranked = sorted(findings, key=lambda finding: (order.index(finding.claim) if finding.claim in order else 99, STANCES.index(finding.stance)))
    groups = [(claim, list(group)) for claim, group in groupby(ranked, key=lambda finding: finding.claim)]
    parts = {part.id: part.name for part in case.parts}
    return desk.render("finding-list", slug=slug, case=case, groups=groups, parts=parts, anchor=lambda finding: finding_anchor(case, finding))


@component
def result_table(desk: Desk, case: Case, results: Sequence[Result], label: str | None = None) -> Markup:
    """What was measured, by whom and how, as a table that becomes a list on a phone."""
    told = [(one, direction(one, desk.words), what_came_out(one, desk.words), how_found(one, desk.words)) for one in results]
    return desk.render("result-table", case=case, results=told, parts={part.id: part.name for part in case.parts}, label=label or desk.say("case.results"))


@component
def evidence_strength(desk: Desk, case: Case) -> Markup:
    """The strength of a case's evidence, part by part, and beside it how much of its sources was read."""
    found = strengths(case)
    names = {part.id: part.name for part in case.parts}
    rows = [(names.get(part or ""), strength, ORDER.index(strength)) for part, strength in found.items()]
    return desk.render("evidence-strength", rows=rows, read=how_much_was_read(case), sources=len(case.sources))


@component
def source_line(desk: Desk, source: Source, letter: str = "", bare: bool = False) -> Markup:
    """A source as every list prints it: who, when, its title, where it appeared; unless `bare`, its address and how it was read."""
    unverified = () if (source.note or "").startswith("Not seen") else source.unverified  # the note says more of the same
    return desk.render("source-line", source=source, one=printed(source, letter), bare=bare, unverified=unverified)


@component
def source_list(desk: Desk, case: Case | Exercise) -> Markup:
    """The sources of a case or an exercise, numbered: what each is, where its author stands, how much of it was read."""
    anchors: Mapping[str, object] = numbers_of(case) if isinstance(case, Case) else {source.id: source.id for source in case.sources}
    return desk.render(
        "source-list",
        sources=case.sources,
        letters=names_in(desk.library, case).letters,
        anchors=anchors,
        places=places_in_words(case) if isinstance(case, Case) else {},
    )
