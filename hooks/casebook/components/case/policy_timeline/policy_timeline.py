from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from casebook.library.library import Library
from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Decision, Event
from casebook.schema.reference_pages import PolicyDate
from casebook.text.dates import When


@dataclass(frozen=True)
class Axis:
    """The years from the first to the last, as a scale from 0 to 1000."""

    first: int
    last: int

    def at(self, day: datetime.date) -> float:
        """Where a day stands on the scale; what lies outside stands at its ends."""
        begin, end = datetime.date(self.first, 1, 1).toordinal(), datetime.date(self.last + 1, 1, 1).toordinal()
        return round(min(max((day.toordinal() - begin) / (end - begin), 0.0), 1.0) * 1000, 1)

    def is_round(self, year: int) -> bool:
        """True for the years that stand on a narrow scale too: every tenth, and on a long one every twentieth."""
        return year % (10 if self.last - self.first < 50 else 20) == 0

    def decades(self) -> list[tuple[int, float]]:
        """The round years and where they stand."""
        return [
            (year, self.at(datetime.date(year, 1, 1)) / 10)
            for year in range(self.first + (-self.first) % 5, self.last + 1, 5)
        ]


@dataclass(frozen=True)
class Band:
    """The years from the beginning of a case to its first decision, on the scale, and where that decision stands."""

    slug: str
    case: Case
    left: float
    width: float
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Year:
    """What stands in one year: policy, cases that begin, cases with their first decision."""

    year: int
    policy: tuple[PolicyDate, ...]
    begins: tuple[tuple[str, Case], ...]
    decisions: tuple[tuple[str, Case, Decision], ...]


@component
def policy_timeline(ctx: PageContext) -> Markup:
    """Every case as a band of years, and the same year by year beside the policy dates of England."""
    cases, dates = ctx.library.cases, ctx.library.policy_dates
    if not cases:
        return Markup()
    axis = _axis(cases.values(), dates)
    bands = sorted(
        (_band(axis, slug, case) for slug, case in cases.items()),
        key=lambda band: (band.case.when.begins, band.case.title),
    )
    english = [band for band in bands if band.case.country == "GB-ENG"]
    groups = [("england", english), ("elsewhere", [band for band in bands if band not in english])]
    done = {axis.at(event.when.begins) for event in dates if not event.planned}
    planned = {axis.at(event.when.begins) for event in dates if event.planned} - done
    lines = sorted([*((at, False) for at in done), *((at, True) for at in planned)])
    return ctx.render(
        "policy_timeline",
        axis=axis,
        groups=[group for group in groups if group[1]],
        lines=lines,
        years=years(ctx.library),
        first=_first,
    )


def _first(case: Case) -> When:
    """When the story of a case begins."""
    return When(case.when.start, case.when.start)


def _axis(cases: Iterable[Case], dates: Iterable[Event]) -> Axis:
    """From the first to the last year of what is drawn."""
    known = [point.year for event in dates for point in (event.when.start, event.when.end) if point]
    for case in cases:
        begin, end = _told_openly(case)
        known += [begin.year, end.year]
    return Axis(min(known), max(known))


def _told_openly(case: Case) -> tuple[datetime.date, datetime.date]:
    """The first day of a case, and the middle of its first decision: how far it is told before anybody has chosen."""
    begin = case.when.begins
    return begin, max(begin, _middle(case.decisions[0].when)) if case.decisions else begin


def _band(axis: Axis, slug: str, case: Case) -> Band:
    left, right = (axis.at(day) for day in _told_openly(case))
    return Band(
        slug,
        case,
        left,
        round(max(right - left, 4.0), 1),
        tuple(axis.at(_middle(decision.when)) for decision in case.decisions[:1]),
    )


def _middle(when: When) -> datetime.date:
    """The day in the middle of a date: a year is marked at its summer; an open end counts as its start."""
    end = when.ends if when.end else (when.start.last_day if when.start else when.ends)
    begin = when.begins if when.start else end
    return begin + (end - begin) / 2


def years(library: Library) -> list[Year]:
    """Every year in which something stands, in order."""
    policy, begins = library.policy_dates, library.cases.items()
    decisions = [(slug, case, one) for slug, case in begins for one in case.decisions[:1]]
    found = (
        {event.when.begins.year for event in policy}
        | {case.when.begins.year for _, case in begins}
        | {one.when.begins.year for _, _, one in decisions}
    )
    return [
        Year(
            year,
            tuple(event for event in policy if event.when.begins.year == year),
            tuple((slug, case) for slug, case in begins if case.when.begins.year == year),
            tuple(one for one in decisions if one[2].when.begins.year == year),
        )
        for year in sorted(found)
    ]
