"""What a file says was done was done: readings, corrections and weighings lie behind us, and say what they were.

A day counts as ahead only while no place on earth has reached it. A file that passes once passes for ever, so that
a build of an old state of the repository stays as it was.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from casebook.checking.template_rules import PLACEHOLDERS, bare_words
from casebook.library.library import BIBLIOGRAPHY, Library
from casebook.library.source_file import SourceFile
from casebook.schema.base import Model
from casebook.schema.case import Case, Change, Source
from casebook.schema.exercise import Exercise
from casebook.schema.kinds import CLAIMS
from casebook.schema.reference_pages import Claim, PolicyDate, PolicyDates
from casebook.text.dates import MONTHS, Point, When
from casebook.validation.issues import FieldIssue, Issue

FEWEST_WORDS = 3
_PLANNED = re.compile(r"(?i)\b(?:plan(?:s|ned)?|will|due|expected|scheduled|is to|are to|intends?|proposed)\b")
_FURTHEST_ON = datetime.timezone(datetime.timedelta(hours=14))
_DAY = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?\b", re.ASCII)
_DAY_IN_WORDS = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS[1:])}) (?P<year>\d{{4}})\b", re.ASCII
)


def today() -> datetime.date:
    """The day of the place on earth where it is latest: today's date is nowhere in the future."""
    return datetime.datetime.now(_FURTHEST_ON).date()


def done_issues(loaded: SourceFile[Any], day: datetime.date) -> Iterator[Issue]:
    """Of a case or an exercise: days that lie ahead, readings by the author, corrections that do not say what they
    corrected.
    """
    model = loaded.model
    faults: Iterator[FieldIssue] = iter(())
    if isinstance(model, Case):
        faults = chain(check_readings(model, day), check_happened(model, day), check_again(model, day))
    if isinstance(model, Case | Exercise):
        faults = chain(faults, check_errata(model, day), check_changes(model, day), check_years(model.sources, day))
    yield from (loaded.issue(path, message) for path, message in faults)


def check_done(library: Library) -> Iterator[Issue]:
    """Of lists and claims: days that lie ahead."""
    day = today()
    for listed in library.list_files.values():
        if isinstance(listed.model, PolicyDates):
            yield from (listed.issue(path, message) for path, message in check_happened(listed.model, day))
    bibliography = library.list_files.get(BIBLIOGRAPHY)
    if bibliography and bibliography.model:
        for path, message in check_years(bibliography.model.sources, day):
            yield bibliography.issue(path, message)
    for page in library.files_of(CLAIMS).values():
        if page.model:
            yield from (page.issue(path, message) for path, message in check_weighing(page.model, day))


def check_readings(case: Case, day: datetime.date) -> Iterator[FieldIssue]:
    """A reading lies behind us, and somebody who did not write the case has done it: the page says so."""
    authors = {bare_words(name) for name in case.written_by}
    for index, reading in enumerate(case.checked):
        if lies_ahead(reading.on, day):
            message = (
                f"“{reading.on.written()}” is in the future; write the day on which the case was read, or "
                "delete this reading until it has been done"
            )
            yield ("checked", index, "on"), message
        if reading.on.ends < case.when.begins:
            message = (
                f"“{reading.on.written()}” is before anything in the case happened; write the day on which "
                f"the case was read"
            )
            yield ("checked", index, "on"), message
        if bare_words(reading.by) in authors:
            message = (
                f"“{reading.by}” is also under written_by; write who else has read the case, or "
                "delete this reading until somebody else has read it"
            )
            yield ("checked", index, "by"), message


MONTHS_AN_OPEN_CASE_RESTS = 6


def check_again(case: Case, day: datetime.date) -> Iterator[FieldIssue]:
    """An open case is read again within six months of its last reading; one that nobody has read yet, of today."""
    if not case.open:
        return
    read = [reading.on.end for reading in case.checked if reading.on.end and reading.on.end.last_day <= day]
    last = max(read, default=None, key=lambda point: point.last_day)
    latest = _months_on(last.last_day if last else day, MONTHS_AN_OPEN_CASE_RESTS)
    if case.again_by.ends > latest:
        since = f"its last reading ({last.spoken()})" if last else "today"
        yield (
            ("again_by",),
            f"“{case.again_by.written()}” is more than six months after {since}, and the case is open; write "
            f"{latest:%Y-%m}, or an earlier month",
        )


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """The last day of the month that lies some months after that of a day."""
    years, month = divmod(day.month - 1 + months, 12)
    return Point(day.year + years, month + 1).last_day


def check_happened(model: Model, day: datetime.date) -> Iterator[FieldIssue]:
    """What is told has happened, unless its text says that it is planned."""
    for path, inner in model.everything:
        values = vars(inner)
        when, text = values.get("when"), values.get("text") or ""
        if isinstance(inner, Change) or not isinstance(when, When) or not when.start or when.begins <= day:
            continue
        if isinstance(inner, PolicyDate) and not inner.planned:
            yield (*path, "when"), f"“{when.written()}” is in the future; write when it happened, or say planned: true"
        elif not isinstance(inner, PolicyDate) and not _PLANNED.search(text):
            yield (
                (*path, "when"),
                f"“{when.written()}” is in the future; write when it happened, or say in the text that it is planned",
            )


def lies_ahead(when: When, day: datetime.date) -> bool:
    """True when a date, or either end of a span, begins after the day; an open end is not over, so it lies ahead."""
    return when.end is None or when.end.first_day > day or when.begins > day


def check_errata(model: Model, day: datetime.date) -> Iterator[FieldIssue]:
    """A correction says what was put right and why, in some words."""
    for path, inner in model.everything:
        text = vars(inner).get("erratum")
        if not text or PLACEHOLDERS.search(text.casefold()):  # what is the template's is named as that alone
            continue
        if says_little(text):
            yield (
                (*path, "erratum"),
                "does not say what was put right; write in a sentence what was changed and why",
            )
        elif any(one > day for one in days_in(text)):
            yield (*path, "erratum"), "names a day in the future; write the day on which it was put right"


WITH_REASON = ("corrected", "finding-withdrawn")
"""The kinds of change that say why."""


def check_changes(item: Case | Exercise, day: datetime.date) -> Iterator[FieldIssue]:
    """A change has its day, says what it was and, where something was wrong, why; they stand in date order."""
    for index, change in enumerate(item.changes):
        path = ("changes", index)
        if change.when.start is None or change.when.is_span or change.when.start.day is None or change.when.start.mark:
            yield (*path, "when"), f"“{change.when.written()}” is no day; write the day, such as 2018-11-20"
        elif lies_ahead(change.when, day):
            yield (*path, "when"), f"“{change.when.written()}” is in the future; write the day on which it changed"
        if index and change.kind == "new":
            yield (*path, "kind"), "is new once, when it is published; say what changed since: corrected, moved-on"
        if index and change.when.begins < item.changes[index - 1].when.begins:
            yield (*path, "when"), "is earlier than the change above it; put them in date order"
        for name in ("text", "why"):
            is_needed = change.kind != "new" if name == "text" else change.kind in WITH_REASON
            text = getattr(change, name)
            if (text and says_little(text) and not PLACEHOLDERS.search(text.casefold())) or (is_needed and not text):
                yield (
                    path,
                    f"does not say {'what changed' if name == 'text' else 'why'}; write it as {name}, in a sentence",
                )


def says_little(text: str) -> bool:
    """True where a text has too few words, not counting days, to say what was done or why."""
    return len(bare_words(_DAY_IN_WORDS.sub(" ", _DAY.sub(" ", text))).split()) < FEWEST_WORDS


def days_in(text: str) -> Iterator[datetime.date]:
    """The days and months that a text names (2018-11-20, 2018-11, 20 November 2018), where the calendar has them."""
    for found in (*_DAY.finditer(text), *_DAY_IN_WORDS.finditer(text)):
        month = found["month"] if found["month"].isdigit() else list(MONTHS).index(found["month"])
        try:
            yield datetime.date(int(found["year"]), int(month), int(found["day"] or 1))
        except ValueError:
            continue


def check_years(sources: tuple[Source, ...], day: datetime.date) -> Iterator[FieldIssue]:
    """A source has appeared. Journals date ahead by some months, so the next year is allowed."""
    for index, source in enumerate(sources):
        if source.year and source.year > day.year + 1:
            yield (
                ("sources", index, "year"),
                f"“{source.year}” is in the future; write the year in which the source appeared, or delete the line",
            )


def check_weighing(claim: Claim, day: datetime.date) -> Iterator[FieldIssue]:
    """The reading across cases was written on a day that lies behind us."""
    if claim.together_on and lies_ahead(claim.together_on, day):
        yield (
            ("together_on",),
            f"“{claim.together_on.written()}” is in the future; write the day on which it was written",
        )
