from __future__ import annotations

import datetime
from collections.abc import Sequence

from markupsafe import Markup

from casebook.analysis.disclosure import has_begun
from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Form
from casebook.text.dates import When


@component
def form_band(ctx: PageContext, case: Case, day: datetime.date | None) -> Markup:
    """The forms of a case over time as a band, with the same facts as a list.

    What ends on or after the day is not told.
    """
    forms = has_begun(case.forms, day)
    begin, end = _span(forms, case, day)
    return ctx.render(
        "form_band", case=case, forms=forms, day=day, bars=_bars(forms, begin, end), years=_years(begin, end)
    )


def _span(forms: Sequence[Form], case: Case, day: datetime.date | None) -> tuple[int, int]:
    """The first and the last day of a band, as numbers; twice zero where no form has a date."""
    dated = [form.when for form in forms if form.when]
    years = [when.start.year for when in (case.when, *dated) if when.start]
    if not dated or not years:
        return 0, 0
    begin = datetime.date(min(years), 1, 1).toordinal()
    return begin, _last_day(dated, case, day, begin) + 1


def _years(begin: int, end: int) -> list[tuple[int, float]]:
    """The years under a band, at most seven, each with its place (per cent of the band)."""
    if end <= begin:
        return []
    first, last = datetime.date.fromordinal(begin).year, datetime.date.fromordinal(end).year
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if (last - first) // step < 7)
    shown = [year for year in range(first, last + 1) if year % step == 0]
    places = [(year, (datetime.date(year, 1, 1).toordinal() - begin) / (end - begin) * 100) for year in shown]
    return [(year, round(place, 2)) for year, place in places if 0 <= place <= 96]


def _bars(forms: Sequence[Form], begin: int, end: int) -> list[tuple[Form, float, float, bool]]:
    """Each form with the left edge and width of its bar (per cent of the band), and whether it is open at the end."""
    if end <= begin:
        return []
    length = end - begin
    bars = []
    for form, when in ((form, form.when) for form in forms if form.when):
        left = max(when.begins.toordinal(), begin) if when.start else begin
        right = min(when.ends.toordinal(), end)
        is_open = when.end is None or when.ends.toordinal() >= end
        bars.append(
            (
                form,
                round((left - begin) / length * 100, 2),
                round(max(right - left, length * 0.015) / length * 100, 2),
                is_open,
            )
        )
    return bars


def _last_day(dated: Sequence[When], case: Case, day: datetime.date | None, begin: int) -> int:
    """The day, as a number, at which the band ends: the one told of, or the last that is known; ten years on where none
    is.
    """
    if day:
        return day.toordinal()
    ends = [when.ends.toordinal() for when in dated if when.end]
    return max([case.when.ends.toordinal() if case.when.end else begin + 366 * 10, *ends])
