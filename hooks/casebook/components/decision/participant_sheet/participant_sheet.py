from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, events_before, place_of
from casebook.components.decision.sheets import estimated, find, role_of, written_once
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import Setting, SheetStyle
from casebook.render.paper.sides import LARGE_PRINT, NEW_LARGE_SIDE, divided
from casebook.render.paper.text_fit import BOLD_LETTER, STEPS, largest
from casebook.schema.case import Case, Decision, Event
from casebook.text.dates import When

RULED = 22.0
"""The points between the lines to write on."""
FEWEST, MOST = 2, 7
ON_PAPER = SheetStyle(
    {
        "so-far": Setting(after=0.1),
        "dates": Setting(after=0.43),
        "dates li": Setting(scale=0.95, indent=1, after=0.15),
        "options tr": Setting(beside=(2.2, 0.30, 0, 0)),
        "tbody box": Setting(points=22, after=0.8),
        "more": Setting(),
        "write": Setting(after=0.8),
    }
)
"""The measures of participant_sheet.css for paper."""
LARGE = SheetStyle(
    {
        "eyebrow": Setting(after=0.45),
        "dates": Setting(after=0.45),
        "dates li": Setting(indent=1, after=0.3),
        "so-far": Setting(after=0.1, keep=True),
        "options thead": Setting(points=0.01),
        "options tr": Setting(indent=2.4, after=1, whole=True),
        "options th": Setting(letter=BOLD_LETTER),
        "options td": Setting(),
        "tbody box": Setting(points=0.01),
        "more": Setting(),
        "write": Setting(after=0.8, keep=True),
        "ruled": Setting(whole=True),
        "ruled span": Setting(points=30),
    },
    is_large=True,
)
"""The measures of the same in large type."""


class Fit(NamedTuple):
    """How a sheet fits its page: the size, how many of the last events it tells, the lines there are to write on."""

    size: str
    events: int
    ruled: int


@component
def participant_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """One A4 for each person: the case up to that day, the question, the options, room to write. No outcome.

    It also holds the events that only its large print has room for.
    """
    case, one = find(ctx, slug, decision)
    return written_once(ctx, (slug, decision, tag), lambda: _written(ctx, slug, case, one, tag))


def _written(ctx: PageContext, slug: str, case: Case, decision: Decision, tag: str) -> Markup:
    events = events_before(case, decision)[-4:]

    def fitted(told: Callable[[Sequence[Event], Sequence[Event]], Markup]) -> tuple[Markup, str, int]:
        last = [events[len(events) - count :] for count in range(len(events) + 1)]
        by_count = cache(lambda count: told(last[count], last[count]))
        fit = estimated(ctx, slug, decision, "participant", lambda: fit_events(by_count, len(events)))
        sheet = by_count(fit.events) if fit.events == len(events) else told(events, last[fit.events])
        return sheet, fit.size, fit.ruled

    return ctx.render(
        "participant_sheet",
        slug=slug,
        case=case,
        decision=decision,
        task=as_of(case, decision.when.begins).task,
        role=role_of(decision),
        situation=decision.stated_before,
        fitted=fitted,
        sided=_sided,
        tag=tag,
        below="h2" if tag == "h1" else "h3",
        place=place_of(case, decision),
        begun=_begun,
        other_seats=len(decision.seats) - 1,
    )


def _sided(caller: Callable[[], Markup]) -> Markup:
    """The sheet, in which what begins a side of the large print says so."""
    return divided(caller(), LARGE, LARGE_PRINT, NEW_LARGE_SIDE).html


def fit_events(last: Callable[[int], str], events: int) -> Fit:
    """How a sheet fits its page; `last` gives its HTML with so many of the last events.

    A sheet that would have to be small tells fewer events instead.
    """
    box = cache(lambda kept: ON_PAPER.read(last(kept)))
    two = min(events, 2)
    for kept, steps in ((events, STEPS[:3]), (two, STEPS[:3]), (events, STEPS[3:]), (two, STEPS[3:]), (0, STEPS)):
        step, left = largest(box(kept).fill, 3 * RULED, steps)
        if left >= 3 * RULED:
            break
    return Fit(f"fits-{step.name}", kept, max(FEWEST, min(MOST, int(left // RULED))))


def _begun(when: When) -> str:
    """A date in words that begin with a capital letter."""
    words = when.spoken()
    return words[:1].upper() + words[1:]
