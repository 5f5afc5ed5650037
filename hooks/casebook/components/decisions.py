"""Components of decisions: the pause in a story, a decision on a page of its own, the list of the first ones and that of the later."""

from __future__ import annotations

from markupsafe import Markup

from casebook.models.base import Sourced
from casebook.models.case import Case, Decision
from casebook.rendering import Desk, component
from casebook.story import events_before, place_of


@component
def decision_pause(desk: Desk, slug: str, decision: str, alone: bool = True, level: int = 2) -> Markup:
    """One decision to take: the situation, the seats, the options. On a page of its own it leads to What happened."""
    case = desk.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    return desk.render("decision-pause", slug=slug, case=case, decision=one, alone=alone, level=level, number=case.decisions.index(one) + 1, place=place_of(case, one))


@component
def decision_page(desk: Desk, slug: str, decision: str) -> Markup:
    """One decision on a page of its own: what was known then, and the choice. Its file holds no outcome of it."""
    case = desk.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    number = case.decisions.index(one)
    earlier = case.decisions[number - 1] if number else None
    events = events_before(case, one)[-6:]
    disputed = [Sourced(sources=against.sources) for seat in one.seats for option in seat.options for against in option.disputed]
    cited = (*events, *one.situation, *disputed)
    return desk.render("decision-page", slug=slug, case=case, decision=one, events=events, earlier=earlier, cited=cited, place=place_of(case, one))


def decisions_by_theme(desk: Desk, later: bool = False) -> dict[str, list[tuple[str, Case, Decision]]]:
    """The first decision of every case (or every later one) once, under the theme that it names first; themes in the order of the vocabulary."""
    grouped: dict[str, list[tuple[str, Case, Decision]]] = {theme: [] for theme in (*desk.library.vocabulary.themes, "")}
    for slug, case in desk.library.cases.items():
        for decision in case.decisions[1:] if later else case.decisions[:1]:
            grouped[next(iter(decision.themes), "")].append((slug, case, decision))
    return {theme: entries for theme, entries in grouped.items() if entries}


@component
def decision_list(desk: Desk, later: bool = False) -> Markup:
    """The first decision of every case by what it is about, with its sheets to print; `later` lists the others, for a page that says it tells endings."""
    themes = desk.library.vocabulary.themes | {"": desk.words.say("case.no_theme")}
    return desk.render("decision-list", groups=decisions_by_theme(desk, later), themes=themes, place=place_of)
