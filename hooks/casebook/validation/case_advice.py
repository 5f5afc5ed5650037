"""What would be better told otherwise in a case, though nothing is wrong with it: warnings that stop no build.

Each is a generator of (path in the file, message), as a rule is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.schema.case import Case
from casebook.validation.issues import FieldIssue
from casebook.validation.text_fields import texts_in

_UNDER_GAPS = "write once, under gaps, that we did not find it, or leave it out"
_NO_NOTE = "leave the editors' note out"
PHRASES = {
    "not seen": _UNDER_GAPS,
    "no source says": _UNDER_GAPS,
    "what we read does not say": _UNDER_GAPS,
    "is not told": _UNDER_GAPS,
    "own account": "leave it out, or name who says a thing that others dispute: “The trust says that …”",
    "nearest kind": _NO_NOTE,
    "the year is ours": f"{_NO_NOTE}; a year in doubt is written 2016?",
}
"""What no reader should meet in a case, each with the better way of saying it. Small letters stand for capitals too."""
_FOUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, PHRASES))})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![£$€])\b((?:1[89]|20)\d\d)s?\b", re.ASCII)
ABOUT_SOURCES = "sources"
"""The field in which such words are no fault: they say what was seen of a source."""


def advise_on_phrases(case: Case) -> Iterator[FieldIssue]:
    """A text speaks of the matter, and not of what its editors read."""
    for one in texts_in(case):
        if one.path[0] != ABOUT_SOURCES:
            for phrase in dict.fromkeys(_FOUND.findall(one.text)):
                yield one.path, f"says “{phrase}”; {PHRASES[phrase.lower()]}"


def advise_on_events(case: Case) -> Iterator[FieldIssue]:
    """An event has the date of what happened, and not of the page that tells it."""
    years = {source.id: source.year for source in case.sources}
    for index, event in enumerate(case.timeline):
        cited = {citation.source for citation in event.sources}
        year = event.when.written()
        if len(cited) == 1 and year == str(years.get(*cited)) and year not in _YEAR.findall(event.text):
            yield (
                ("timeline", index, "when"),
                f"{year} is the year of its only source; write when it happened, name the year in the text, or leave "
                f"the event out",
            )


def advise_on_findings(case: Case) -> Iterator[FieldIssue]:
    """A finding says when it was so."""
    for index, finding in enumerate(case.findings):
        if not finding.when and not _YEAR.search(finding.text):
            yield ("findings", index), "has neither a when nor a year in its text; say when it was so"


CASE_ADVICE = (advise_on_phrases, advise_on_events, advise_on_findings)
