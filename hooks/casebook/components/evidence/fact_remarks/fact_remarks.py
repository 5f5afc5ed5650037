from __future__ import annotations

from markupsafe import Markup

from casebook.citations.withheld_titles import numbers_of, plain_place
from casebook.render.context import PageContext, component
from casebook.schema.base import Disputed, Sourced
from casebook.schema.case import Case


def places_in(case: Case, thing: Sourced | Disputed) -> list[tuple[int, str]]:
    """Where a statement says to look in its sources: the number of each source in the list, and the page or table.

    A place in words (the minute on the vote) may tell the ending: the list of sources at the end says it.
    """
    numbers = numbers_of(case)
    places = [(numbers[one.source], plain_place(one.at)) for one in thing.sources if one.source in numbers]
    return [(number, place) for number, place in places if place]


@component
def fact_remarks(ctx: PageContext, case: Case, thing: Sourced, places: bool = True, said: bool = True) -> Markup:
    """What stands besides a fact: where in its sources, what other sources say against it, and why a person is named.

    `places` and `said` leave out one half or the other.
    """
    where = places_in(case, thing) if places else []
    if not where and not (said and (thing.disputed or thing.named_because)):
        return Markup("")
    disputed = [(one, places_in(case, one)) for one in thing.disputed if said]
    named = thing.named_because if said else None
    return ctx.render("fact_remarks", case=case, places=where, disputed=disputed, named_because=named)
