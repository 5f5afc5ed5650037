"""Components of a case: cards, covers, maps, the story with its pauses, findings, results, sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from casebook.drawing import Drawing, draw
from casebook.measures import measure
from casebook.models.base import Sourced
from casebook.models.case import Case, Decision, Event, Finding, Form, Result
from casebook.rendering import Desk, component
from casebook.story import AsOf, Chapter, as_of, events_before, first_day, has_begun, tell
from casebook.strength import ORDER, how_much_was_read, strengths, strongest

STANCES = ("supports", "complicates", "contradicts")


def shapes(desk: Desk) -> dict[str, str]:
    """The shape of each kind of member, in the order of the vocabulary."""
    return {id_: kind.shape for id_, kind in desk.library.vocabulary.member_kinds.items()}


def picture(desk: Desk, shown: AsOf) -> Drawing:
    """The drawing of a network as it stood."""
    return draw(shown.members, shown.ties, shapes(desk))


def mode_of(case: Case, day: datetime.date | None) -> str:
    """The mode that colours a case's pictures: that of the last form that had begun; none before the first."""
    forms = has_begun(case.forms, day)
    return "none" if not forms else max(forms, key=lambda form: form.when.begins if form.when else datetime.date.min).mode


def modes_of(case: Case, day: datetime.date | None) -> list[str]:
    """The modes of the forms that had begun, each once, in the order of time; none before the first, for it would tell what came."""
    return list(dict.fromkeys(form.mode for form in has_begun(case.forms, day)))


@component
def mode_mark(desk: Desk, mode: str, label: str | None = None) -> Markup:
    """The glyph of a mode (hierarchy, group, network, alliance, contract) with its word."""
    return desk.render("mode-mark", mode=mode, label=label if label is not None else desk.say(f"modes.{mode}"))


@component
def stance_mark(desk: Desk, stance: str, hollow: bool = False) -> Markup:
    """The glyph of a stance (supports, complicates, contradicts) with its word; hollow where no source stands behind it."""
    return desk.render("stance-mark", stance=stance, hollow=hollow, label=desk.say(f"stances.{stance}"))


@component
def case_cover(desk: Desk, slug: str) -> Markup:
    """The picture of a case: its own members' network, as it was at the first decision."""
    case = desk.library.cases[slug]
    shown = as_of(case, first_day(case))
    return desk.render("case-cover", drawing=picture(desk, shown), mode=mode_of(case, shown.day), label=cover_label(desk, shown))


def cover_label(desk: Desk, shown: AsOf) -> str:
    """What a cover shows, in words."""
    kinds = [member.kind for member in shown.members if member.kind != "table"]
    named = [desk.library.kind(kind).label.lower() for kind in dict.fromkeys(kinds)]
    tables = sum(member.kind == "table" for member in shown.members)
    label = desk.say("case.cover_label", count=shown.number_of_members)
    if named:
        label += ": " + ", ".join(named)
    return label + (desk.say("case.cover_tables", count=tables) if tables else "")


@component
def case_card(desk: Desk, slug: str, level: int = 3, detailed: bool = False) -> Markup:
    """A case on a card: cover, title, place, summary, modes; `detailed` adds where it begins and how strong its evidence is. Gives no ending away."""
    case = desk.library.cases[slug]
    details = [desk.say("library.from_year", year=case.when.start.year)] if case.when.start else []
    details.append(desk.say(f"evidence.{strongest(case)}"))
    return desk.render("case-card", slug=slug, case=case, modes=modes_of(case, first_day(case)), level=level, details=details if detailed else [])


def years_shown(case: Case) -> str:
    """The years of a case without its end: where it begins."""
    return case.when.start.spoken() if case.when.start else ""


@component
def case_cards(desk: Desk, *slugs: str) -> Markup:
    """Several cases on cards, in the order named."""
    return desk.render("case-cards", slugs=[slug for slug in slugs if slug in desk.library.cases])


@component
def network_map(desk: Desk, slug: str, decision: str | None = None, finished: bool = False, heading: str = "map") -> Markup:
    """The map of a case's members beside its table: as of the first decision, of a named one, or finished."""
    case = desk.library.cases[slug]
    day = None if finished else next((one.when.begins for one in case.decisions if one.id == decision), first_day(case))
    return _map(desk, slug, case, as_of(case, day), heading)


def _map(desk: Desk, slug: str, case: Case, shown: AsOf, heading: str) -> Markup:
    names = {member.id: member.name for member in shown.members}
    number = {member.id: index + 1 for index, member in enumerate(shown.members)}
    found = measure(names, [(tie.from_, tie.to, tie.strength) for tie in shown.ties])
    parts = {part.id: part.name for part in case.parts}
    drawing = picture(desk, shown)
    return desk.render(
        "network-map", slug=slug, case=case, shown=shown, drawing=drawing, names=names, number=number, parts=parts, measures=found,
        mode=mode_of(case, shown.day), label=cover_label(desk, shown), heading=heading, shapes=shapes(desk),
    )  # fmt: skip


@component
def source_notes(desk: Desk, case: Case, thing: Sourced, margin: bool = True) -> Markup:
    """The numbers of the sources of a statement, each linked to the list, and the same as a note in the margin."""
    home = desk.library.home_of.get(id(case), desk.at)
    known: dict[object, Markup] = desk.library.memory.setdefault("notes", {})
    key = (home, desk.link(f"{home}#"), margin, tuple((one.source, one.at) for one in thing.sources))
    if key not in known or home == desk.at:
        sources = {source.id: (index + 1, source) for index, source in enumerate(case.sources)}
        cited = [(*sources[one.source], one.at) for one in thing.sources if one.source in sources]
        known[key] = desk.render("source-notes", case=case, thing=thing, cited=cited, margin=margin, home=home)
    return known[key]


@component
def network_picture(desk: Desk, drawing: Drawing, numbered: bool) -> Markup:
    """The lines and shapes of a drawing, with or without the numbers of its list."""
    known = desk.library.memory.setdefault("pictures", {})
    if (drawing, numbered) not in known:
        known[drawing, numbered] = desk.render("network-picture", drawing=drawing, numbered=numbered)
    picture_: Markup = known[drawing, numbered]
    return picture_


@component
def case_foot(desk: Desk, slug: str) -> Markup:
    """What stands under a case: related cases, exercises, who wrote and read it, and when to read it again."""
    case = desk.library.cases[slug]
    checked = "; ".join(f"{one.on.spoken()}, {one.by}, {one.against}" for one in case.checked)
    related = [one for one in case.related if one in desk.library.cases]
    return desk.render("case-foot", slug=slug, case=case, related=related, exercises=exercises_for(desk, case), checked=checked)


@component
def stated_fact(desk: Desk, case: Case, thing: Sourced, margin: bool = True) -> Markup:
    """A statement with its sources, its doubts and what others say against it."""
    parts = {part.id: part.name for part in case.parts}
    return desk.render("stated-fact", case=case, thing=thing, parts=parts, margin=margin)


@component
def case_timeline(desk: Desk, case: Case, events: Iterable[Event]) -> Markup:
    """Events in the order of time, in columns by part where the case is a pair."""
    parts = {part.id: part.name for part in case.parts}
    return desk.render("case-timeline", case=case, events=list(events), parts=parts)


@component
def form_band(desk: Desk, case: Case, day: datetime.date | None) -> Markup:
    """The forms of a case over time as a band, with the same facts as a list. What ends on or after the day is not told."""
    forms = has_begun(case.forms, day)
    return desk.render("form-band", case=case, forms=forms, day=day, bars=_bars(forms, case, day), parts={part.id: part.name for part in case.parts})


def _bars(forms: Sequence[Form], case: Case, day: datetime.date | None) -> list[tuple[Form, float, float, bool]]:
    """Each form with the left edge and width of its bar (per cent of the band), and whether it is open at the end."""
    dated = [form for form in forms if form.when]
    if not dated:
        return []
    known_start = [form.when.start.year for form in dated if form.when and form.when.start]
    case_start = case.when.start.year if case.when.start else None
    first = min([*known_start, *([case_start] if case_start else [])], default=None)
    last_day = day or max((form.when.ends for form in dated if form.when and form.when.end), default=None)
    if first is None:
        return []
    begin = datetime.date(first, 1, 1).toordinal()
    end_case = case.when.ends.toordinal() if case.when.end else begin + 366 * 10
    end = (day.toordinal() if day else max(end_case, last_day.toordinal() if last_day else 0)) + 1
    length = max(end - begin, 1)
    bars = []
    for form in dated:
        assert form.when
        left = max(form.when.begins.toordinal(), begin) if form.when.start else begin
        right = min(form.when.ends.toordinal(), end)
        is_open = form.when.end is None or form.when.ends.toordinal() >= end
        bars.append((form, round((left - begin) / length * 100, 2), round(max(right - left, length * 0.015) / length * 100, 2), is_open))
    return bars


@component
def decision_pause(desk: Desk, slug: str, decision: str, alone: bool = True, level: int = 2) -> Markup:
    """One decision to take: the situation, the seats, the options. On a page of its own it leads to What happened."""
    case = desk.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    return desk.render("decision-pause", slug=slug, case=case, decision=one, alone=alone, level=level, number=case.decisions.index(one) + 1)


@component
def finding_list(desk: Desk, slug: str, findings: Sequence[Finding]) -> Markup:
    """Findings grouped by claim: stance by shape and word, fact and reading apart."""
    case = desk.library.cases[slug]
    order = list(desk.library.claims)
    ranked = sorted(findings, key=lambda finding: (order.index(finding.claim) if finding.claim in order else 99, STANCES.index(finding.stance)))
    groups = [(claim, list(group)) for claim, group in groupby(ranked, key=lambda finding: finding.claim)]
    return desk.render("finding-list", slug=slug, case=case, groups=groups, parts={part.id: part.name for part in case.parts})


@component
def result_table(desk: Desk, case: Case, results: Sequence[Result]) -> Markup:
    """What was measured, by whom and how, as a table that becomes a list on a phone."""
    return desk.render("result-table", case=case, results=results, parts={part.id: part.name for part in case.parts})


@component
def evidence_strength(desk: Desk, case: Case) -> Markup:
    """The strength of a case's evidence, part by part, and beside it how much of its sources was read."""
    found = strengths(case)
    names = {part.id: part.name for part in case.parts}
    rows = [(names.get(part or ""), strength, ORDER.index(strength)) for part, strength in found.items()]
    return desk.render("evidence-strength", rows=rows, read=how_much_was_read(case))


@component
def source_list(desk: Desk, case: Case) -> Markup:
    """The sources of a case, numbered: what each is, where its author stands, how much of it was read."""
    return desk.render("source-list", sources=case.sources)


@component
def case_head(desk: Desk, slug: str) -> Markup:
    """The head of a case: title, place, summary, a few facts, the cover."""
    case = desk.library.cases[slug]
    shown = as_of(case, first_day(case))
    return desk.render("case-head", slug=slug, case=case, shown=shown, modes=modes_of(case, shown.day), years=years_shown(case))


@component
def case_story(desk: Desk, slug: str) -> Markup:
    """A whole case, told in the order of time, with its pauses and stop lines."""
    case = desk.library.cases[slug]
    shown = as_of(case, first_day(case))
    finished = as_of(case, None)
    changed = (finished.members, finished.ties) != (shown.members, shown.ties)
    chapters = tell(case)
    return desk.render(
        "case-story", slug=slug, case=case, shown=shown, finished=finished, chapters=chapters, changed=changed,
        later_facts=[fact for fact in finished.facts if fact not in shown.facts], parts={part.id: part.name for part in case.parts},
        later_lines=_later_lines(shown, finished),
    )  # fmt: skip


def _later_lines(shown: AsOf, finished: AsOf) -> list[tuple[str, list[Sourced]]]:
    lines = [(name, [one for one in getattr(finished, name) if one not in getattr(shown, name)]) for name in ("task", "home", "across", "above")]
    return [(name, statements) for name, statements in lines if statements]


def exercises_for(desk: Desk, case: Case) -> list[str]:
    """Exercises that work on the claims a case speaks to, those that name the case first."""
    slug = next(slug for slug, one in desk.library.cases.items() if one is case)
    claims = {finding.claim for finding in case.findings}
    scored = [(slug not in one.related, -len(claims & set(one.claims)), id_) for id_, one in desk.library.exercises.items() if claims & set(one.claims)]
    return [id_ for _, _, id_ in sorted(scored)[:3]]


@component
def decision_page(desk: Desk, slug: str, decision: str) -> Markup:
    """One decision on a page of its own: what was known then, and the choice. Its file holds no outcome of it."""
    case = desk.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    number = case.decisions.index(one)
    earlier = case.decisions[number - 1] if number else None
    return desk.render("decision-page", slug=slug, case=case, decision=one, events=events_before(case, one)[-6:], earlier=earlier)


def chapter_is_last(chapters: Sequence[Chapter], chapter: Chapter) -> bool:
    """True for the chapter that tells the end."""
    return chapter is chapters[-1]


def decisions_by_theme(desk: Desk) -> dict[str, list[tuple[str, Case, Decision]]]:
    """Every decision of every case once, under the theme that it names first; themes in the order of the vocabulary."""
    grouped: dict[str, list[tuple[str, Case, Decision]]] = {theme: [] for theme in (*desk.library.vocabulary.themes, "")}
    for slug, case in desk.library.cases.items():
        for decision in case.decisions:
            grouped[next(iter(decision.themes), "")].append((slug, case, decision))
    return {theme: entries for theme, entries in grouped.items() if entries}


@component
def decision_list(desk: Desk) -> Markup:
    """Every decision by what it is about, with its sheets to print."""
    return desk.render("decision-list", groups=decisions_by_theme(desk), themes=desk.library.vocabulary.themes | {"": desk.words.say("case.no_theme")})
