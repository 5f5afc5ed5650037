"""Components of what is said besides a fact: places in sources, disputes, names, corrections, passing members."""

from __future__ import annotations

from markupsafe import Markup

from casebook.models.base import Disputed, Sourced
from casebook.models.case import Case
from casebook.models.exercise import Exercise
from casebook.models.parts import Item, Pair
from casebook.quiet_sources import numbers_of, plain_place
from casebook.rendering import Desk, component
from casebook.story import as_of, first_day


def places_in(case: Case, thing: Sourced | Disputed) -> list[tuple[int, str]]:
    """Where a statement says to look in its sources: the number of each source in the list, and the page or table.

    A place in words (the minute on the vote) may tell the ending: the list of sources at the end says it.
    """
    numbers = numbers_of(case)
    places = [(numbers[one.source], plain_place(one.at)) for one in thing.sources if one.source in numbers]
    return [(number, place) for number, place in places if place]


@component
def fact_remarks(
    desk: Desk, case: Case, thing: Sourced, margin: bool = False, places: bool = True, said: bool = True
) -> Markup:
    """What stands besides a fact: where in its sources, what other sources say against it, and why a person is named.

    With notes in the margin, these say where. `places` and `said` leave out one half or the other.
    """
    where = places_in(case, thing) if places and not margin else []
    if not where and not (said and (thing.disputed or thing.named_because)):
        return Markup("")
    disputed = [(one, [] if margin else places_in(case, one)) for one in thing.disputed if said]
    named = thing.named_because if said else None
    return desk.render("fact-remarks", case=case, places=where, disputed=disputed, named_because=named, margin=margin)


@component
def passing_members(desk: Desk, slug: str) -> Markup:
    """Members and ties that no map of a case shows: they came and left before its first decision, or after it."""
    case = desk.library.cases[slug]
    maps = (as_of(case, first_day(case)), as_of(case, None))
    members = [member for member in case.members if not any(member in shown.members for shown in maps)]
    ties = [tie for tie in case.ties if not any(tie in shown.ties for shown in maps)]
    if not members and not ties:
        return Markup("")
    names = {member.id: member.name for member in case.members}
    parts = {part.id: part.name for part in case.parts}
    return desk.render("passing-members", case=case, members=members, ties=ties, names=names, parts=parts)


def item_corrections(exercise: Exercise) -> list[tuple[str, str]]:
    """The statements and pairs of an exercise whose words were changed after publication, and why."""
    items = [item for _, item in exercise.everything if isinstance(item, Item | Pair)]
    return [
        (item.text if isinstance(item, Item) else f"{item.left} / {item.right}", item.erratum)
        for item in items
        if item.erratum
    ]
