"""Components of a case: its card, its head, its story told in time, what stands under it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.components.networks import how_many
from casebook.dates import When
from casebook.models.base import Sourced
from casebook.models.case import Case, Checked, Event
from casebook.modes import modes_of, modes_with_parts
from casebook.quiet_sources import sources_by_chapter
from casebook.rendering import Desk, component
from casebook.story import AsOf, as_of, first_day, tell
from casebook.strength import strongest


@component
def case_card(desk: Desk, slug: str, level: int = 3, detailed: bool = False) -> Markup:
    """A case on a card: cover, title, place, summary, modes; `detailed` adds where it begins and how strong its evidence is. Gives no ending away."""
    case = desk.library.cases[slug]
    details = [desk.say("library.from_year", year=case.when.start.year)] if case.when.start else []
    details.append(desk.say(f"evidence.{strongest(case)}"))
    return desk.render("case-card", slug=slug, case=case, modes=modes_of(case, first_day(case)), level=level, details=details if detailed else [])


@component
def case_cards(desk: Desk, *slugs: str) -> Markup:
    """Several cases on cards, in the order named."""
    return desk.render("case-cards", slugs=[slug for slug in slugs if slug in desk.library.cases])


@component
def case_head(desk: Desk, slug: str) -> Markup:
    """The head of a case: title, place, summary, a few facts, the cover."""
    case = desk.library.cases[slug]
    shown = as_of(case, first_day(case))
    members = how_many(desk, shown, "case.member_count")
    return desk.render("case-head", slug=slug, case=case, shown=shown, modes=modes_with_parts(case, shown.day), years=years_shown(case), members=members)


def years_shown(case: Case) -> str:
    """Since when a case is told, without its end."""
    return When(case.when.start, None).spoken() if case.when.start else ""


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
        later_lines=_later_lines(shown, finished), cited=sources_by_chapter(case, shown, chapters),
    )  # fmt: skip


def _later_lines(shown: AsOf, finished: AsOf) -> list[tuple[str, list[Sourced]]]:
    lines = [(name, [one for one in getattr(finished, name) if one not in getattr(shown, name)]) for name in ("task", "home", "across", "above")]
    return [(name, statements) for name, statements in lines if statements]


@component
def case_timeline(desk: Desk, case: Case, events: Iterable[Event]) -> Markup:
    """Events in the order of time, in columns by part where the case is a pair."""
    parts = {part.id: part.name for part in case.parts}
    return desk.render("case-timeline", case=case, events=list(events), parts=parts)


@component
def case_foot(desk: Desk, slug: str) -> Markup:
    """What stands under a case: related cases, exercises, who wrote and read it, and when to read it again."""
    case = desk.library.cases[slug]
    checked = " ".join(_reading(desk, one) for one in case.checked)
    related = [one for one in case.related if one in desk.library.cases]
    return desk.render("case-foot", slug=slug, case=case, related=related, exercises=exercises_for(desk, case), checked=checked)


def _reading(desk: Desk, one: Checked) -> str:
    """One reading of a case as a sentence; a reading has a day, or only a month or a year."""
    on_a_day = one.on.start is not None and one.on.start.day is not None
    return desk.say("case.checked_on" if on_a_day else "case.checked_in", when=one.on.spoken(), by=one.by, against=one.against.rstrip("."))


def exercises_for(desk: Desk, case: Case) -> list[str]:
    """Exercises that work on the claims a case speaks to, those that name the case first."""
    slug = next(slug for slug, one in desk.library.cases.items() if one is case)
    claims = {finding.claim for finding in case.findings}
    scored = [(slug not in one.related, -len(claims & set(one.claims)), id_) for id_, one in desk.library.exercises.items() if claims & set(one.claims)]
    return [id_ for _, _, id_ in sorted(scored)[:3]]
