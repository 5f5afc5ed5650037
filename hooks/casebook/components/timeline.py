"""The cases on the calendar, against the policy dates of England. It tells where stories begin and when choices stood open, and no ending."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from casebook.dates import When
from casebook.library import Library
from casebook.models.case import Case, Decision, Event
from casebook.rendering import Desk, component


@dataclass(frozen=True)
class Axis:
    """The years from the first to the last, as a scale from 0 to 1000."""

    first: int
    last: int

    def at(self, day: datetime.date) -> float:
        """Where a day stands on the scale; what lies outside stands at its ends."""
        begin, end = datetime.date(self.first, 1, 1).toordinal(), datetime.date(self.last + 1, 1, 1).toordinal()
        return round(min(max((day.toordinal() - begin) / (end - begin), 0.0), 1.0) * 1000, 1)

    def decades(self) -> list[tuple[int, float]]:
        """The round years and where they stand."""
        return [(year, self.at(datetime.date(year, 1, 1)) / 10) for year in range(self.first + (-self.first) % 5, self.last + 1, 5)]


@dataclass(frozen=True)
class Band:
    """The years that a case tells, on the scale, and where its decisions stand."""

    slug: str
    case: Case
    left: float
    width: float
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Year:
    """What stands in one year: policy, cases that begin, cases with a decision."""

    year: int
    policy: tuple[Event, ...]
    begins: tuple[tuple[str, Case], ...]
    decisions: tuple[tuple[str, Case, Decision], ...]


@component
def policy_timeline(desk: Desk) -> Markup:
    """Every case as a band of years, and the same year by year beside the policy dates of England."""
    cases, dates = desk.library.cases, desk.library.policy_dates
    if not cases:
        return Markup()
    axis = _axis(cases.values(), dates)
    bands = sorted((_band(axis, slug, case) for slug, case in cases.items()), key=lambda band: (band.case.when.begins, band.case.title))
    english = [band for band in bands if band.case.country == "GB-ENG"]
    groups = [("england", english), ("elsewhere", [band for band in bands if band not in english])]
    lines = sorted({axis.at(event.when.begins) for event in dates})
    return desk.render("policy-timeline", axis=axis, groups=[group for group in groups if group[1]], lines=lines, years=years(desk.library), first=_first)


def _first(case: Case) -> When:
    """When the story of a case begins."""
    return When(case.when.start, case.when.start)


def _axis(cases: Iterable[Case], dates: Iterable[Event]) -> Axis:
    whens = [case.when for case in cases] + [event.when for event in dates]
    known = [point.year for when in whens for point in (when.start, when.end) if point]
    return Axis(min(known), max(known))


def _band(axis: Axis, slug: str, case: Case) -> Band:
    left = axis.at(case.when.begins)
    right = axis.at(case.when.ends) if case.when.end else 1000.0
    return Band(slug, case, left, round(max(right - left, 4.0), 1), tuple(axis.at(_middle(decision.when)) for decision in case.decisions))


def _middle(when: When) -> datetime.date:
    """The day in the middle of a date: a year is marked at its summer; an open end counts as its start."""
    end = when.ends if when.end else (when.start.last_day if when.start else when.ends)
    begin = when.begins if when.start else end
    return begin + (end - begin) / 2


def years(library: Library) -> list[Year]:
    """Every year in which something stands, in order."""
    policy, begins = library.policy_dates, library.cases.items()
    decisions = [(slug, case, one) for slug, case in begins for one in case.decisions]
    found = {event.when.begins.year for event in policy} | {case.when.begins.year for _, case in begins} | {one.when.begins.year for _, _, one in decisions}
    return [
        Year(
            year,
            tuple(event for event in policy if event.when.begins.year == year),
            tuple((slug, case) for slug, case in begins if case.when.begins.year == year),
            tuple(one for one in decisions if one[2].when.begins.year == year),
        )
        for year in sorted(found)
    ]
