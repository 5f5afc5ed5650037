"""The one date grammar of the casebook, a subset of EDTF (Library of Congress, Extended Date/Time Format).

A date is a day (2018-11-20), a month (2018-11) or a year (2018); `~` after it means about, `?` means uncertain.
A span is two dates with a slash; either end may be open (`..`).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from casebook.text.date_remedies import remedy_for
from casebook.text.quoting import quoted

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)\Z", re.ASCII)
HOW_TO_WRITE = (
    "write 2018-11-20, 2018-11, 2018, 2018~ (about), 2016? (uncertain), or a span such as 2013/2019, "
    "2019-04/.. or ../2018-11"
)
MONTHS = tuple(calendar.month_name)
FIRST_YEAR, LAST_YEAR = 1800, 2100
"""The years that can be meant: those that a source may have appeared in. What lies outside is a slip of the
keyboard."""
LONGEST = 99
"""The most years of a span: pages draw a mark for each, and a slip in the century (1918 for 2018) makes exactly a
hundred."""


@dataclass(frozen=True, order=True)
class Point:
    """One date: a day, a month or a year, perhaps about or uncertain."""

    year: int
    month: int | None = None
    day: int | None = None
    mark: str = ""

    @cached_property
    def first_day(self) -> datetime.date:
        """The earliest day that the date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def last_day(self) -> datetime.date:
        """The latest day that the date may mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def spoken(self) -> str:
        """The date in words: 20 November 2018; about 2018; 2016 (uncertain)."""
        parts = [str(self.day)] if self.day else []
        if self.month:
            parts.append(MONTHS[self.month])
        words = " ".join([*parts, str(self.year)])
        return {"~": f"about {words}", "?": f"{words} (uncertain)"}.get(self.mark, words)

    def written(self) -> str:
        """The date as it is written in a file."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + self.mark


@dataclass(frozen=True)
class When:
    """A date or a span. For a single date, `start` and `end` are the same; an open end is None."""

    start: Point | None
    end: Point | None

    @property
    def is_span(self) -> bool:
        """True when two different ends were written."""
        return self.start != self.end

    @property
    def begins(self) -> datetime.date:
        """The earliest day it may begin; the first day of all where the start is open."""
        return self.start.first_day if self.start else datetime.date.min

    @property
    def ends(self) -> datetime.date:
        """The latest day it may end; the last day of all where the end is open."""
        return self.end.last_day if self.end else datetime.date.max

    def is_over_before(self, day: datetime.date) -> bool:
        """True when the whole of it lies before the day. An open end counts as its start: it has begun."""
        if self.end is None and self.start is not None:
            return self.start.last_day < day
        return self.ends < day

    def has_begun_before(self, day: datetime.date) -> bool:
        """True when it has surely begun before the day."""
        return self.start is None or self.start.last_day < day

    def spoken(self, until: datetime.date | None = None) -> str:
        """The date in words. With `until`, an end that lies on or after that day is not told."""
        end_known = self.end is not None and (until is None or self.end.last_day < until)
        if not self.is_span and self.start:
            return self.start.spoken()
        if self.start and not (end_known and self.end):
            return f"from {self.start.spoken()}"
        if self.end and end_known:
            return _joined(self.start, self.end) if self.start else f"until {self.end.spoken()}"
        return ""

    def bracketed(self) -> str:
        """The date in words, in brackets; a doubt stands there without brackets of its own: (2013, uncertain)."""
        words = self.spoken().replace(" (uncertain) to ", ", uncertain, to ")
        return "(" + words.replace(" (", ", ").replace(")", "") + ")"

    def years(self) -> str:
        """The years alone, for a card: 2013 to 2019; from 2014."""
        first = str(self.start.year) if self.start else ""
        last = str(self.end.year) if self.end else ""
        if first and last:
            return first if first == last else f"{first} to {last}"
        return f"from {first}" if first else f"until {last}"

    def written(self) -> str:
        """The date as it is written in a file."""
        if not self.is_span and self.start:
            return self.start.written()
        return f"{self.start.written() if self.start else '..'}/{self.end.written() if self.end else '..'}"

    def __str__(self) -> str:
        return self.spoken()


def _joined(start: Point, end: Point) -> str:
    """A span in words: what both ends share, a month, a year or a doubt, is said once."""
    if start.mark == end.mark == "?":
        return f"{_joined(replace(start, mark=''), replace(end, mark=''))} (uncertain)"
    if end.mark == "?":
        return f"{start.spoken()} to {replace(end, mark='').spoken()} (the end uncertain)"
    last = end.spoken()
    if start.mark or end.mark or start.year != end.year or not (start.month and end.month):
        return f"{start.spoken()} to {last}"
    if start.month == end.month:
        return f"{start.day} to {last}" if start.day and end.day else f"{start.spoken()} to {last}"
    return f"{start.spoken().removesuffix(f' {start.year}')} to {last}"


def _point(text: str, whole: str) -> Point:
    found = _DATE.match(text)
    if not found:
        raise ValueError(f"{quoted(whole)} is not a date; {_other(whole) or HOW_TO_WRITE}")
    year, month, day, mark = found.groups()
    point = Point(int(year), int(month) if month else None, int(day) if day else None, mark)
    if not FIRST_YEAR <= point.year <= LAST_YEAR:
        raise ValueError(
            f"{quoted(whole)} names the year {year}; dates are from {FIRST_YEAR} to {LAST_YEAR}, so look for digits "
            f"that changed places"
        )
    try:
        if point.month == 0 or point.day == 0:
            raise ValueError("a month and a day count from 1")
        point.first_day, point.last_day  # noqa: B018  both ends must exist in the calendar
    except ValueError as impossible:
        raise ValueError(
            f"{quoted(whole)} is not a day of the calendar; {_other(whole) or _what_there_is(point)}"
        ) from impossible
    return point


def _what_there_is(point: Point) -> str:
    """How many months a year has, or days a month."""
    if not point.month or not 1 <= point.month <= 12:
        return "a year has the months 01 to 12"
    return f"{MONTHS[point.month]} {point.year} has the days 01 to {calendar.monthrange(point.year, point.month)[1]}"


def _other(text: str) -> str:
    """What to write instead, unless it is what was written."""
    remedy = remedy_for(text)
    return "" if remedy == f"write {text}" else remedy


@lru_cache(maxsize=20_000)
def parse_when(text: str) -> When:
    """Reads a date or span. Raises ValueError, in words for a contributor, when it is neither."""
    first, slash, second = text.strip().partition("/")
    if not slash:
        point = _point(first, text)
        return When(point, point)
    if first == ".." and second == "..":
        raise ValueError(f"{quoted(text)} is open at both ends; {HOW_TO_WRITE}")
    start = None if first == ".." else _point(first, text)
    end = None if second == ".." else _point(second, text)
    if start and end:
        _refuse_odd_span(text, start, end)
    return When(start, end)


def _refuse_odd_span(text: str, start: Point, end: Point) -> None:
    if start.first_day > end.last_day:
        raise ValueError(
            f"{quoted(text)} ends before it begins; put the earlier date first: {end.written()}/{start.written()}"
        )
    if end.year - start.year > LONGEST:
        raise ValueError(
            f"{quoted(text)} spans {end.year - start.year} years, and {LONGEST} is the most; look for a wrong digit, "
            f"or leave an end open (..)"
        )
