"""The rules of a case, across its fields. Each rule is a generator of (path in the file, message)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from casebook.schema.base import Citation, Disputed, Model, Sourced
from casebook.schema.case import Case, Ended, Option, Source
from casebook.text.countries import why_no_country
from casebook.text.suggestions import did_you_mean, either
from casebook.validation.issues import FieldIssue, twice
from casebook.validation.open_case_rules import check_decided, check_open
from casebook.validation.text_fields import texts_in

_UNWRITTEN = re.compile(
    r"(?i)\W*(?:tb[acd]|to ?do|fix ?me|x{3,}|to be (?:added|confirmed|written|done)|lorem "
    r"ipsum\b.*|\?+|\.{2,}|…|[-–—_]+)\W*"
)


class SourceList(Protocol):
    """A case, an exercise or the bibliography: what lists sources of its own."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in order."""


NAME_ONE = "name one from the list at the end of the file"


def check_ground(case: Case) -> Iterator[FieldIssue]:
    """Every fact carries its source, or says that it is a judgement."""
    for path, thing in case.everything:
        if isinstance(thing, Disputed) and not thing.sources:
            yield path, f"needs sources; {NAME_ONE}"
        if not isinstance(thing, Sourced):
            continue
        if isinstance(thing, Option):
            yield from _ground_of_option(path, thing)
        elif isinstance(thing, Ended) and thing.how in ("still-going", "not-known") and thing.text is None:
            continue
        elif not thing.has_ground:
            yield path, f"needs sources; {NAME_ONE}, or say judgement: true"
        elif thing.sources and thing.judgement:
            yield (
                path,
                "has sources and judgement: true; keep the one that is so (inferred: true says that we inferred it "
                "from the sources)",
            )


def _ground_of_option(path: tuple[str | int, ...], option: Option) -> Iterator[FieldIssue]:
    if option.fate == "drafted" and option.sources:
        yield (
            path,
            "is drafted by us and yet names sources; remove the sources, or say what became of it (considered, "
            "asked-for, refused, taken, taken-later)",
        )
    if option.fate != "drafted" and not option.sources:
        yield path, f"needs sources for “{option.fate}”; {NAME_ONE}, or say fate: drafted"


def check_citations(case: Case) -> Iterator[FieldIssue]:
    """Every source that is named stands in the list."""
    known = {source.id for source in case.sources}
    for path, thing in case.everything:
        if isinstance(thing, Citation) and thing.source not in known:
            yield (
                path,
                f"there is no source “{thing.source}” in the list at the end of the "
                f"file{did_you_mean(thing.source, known)}",
            )


def check_sources_are_used(case: Case) -> Iterator[FieldIssue]:
    """Every source in the list is cited somewhere.

    One that is cited misspelt, or whose id stands twice, is named for that alone.
    """
    cited = {thing.source for _, thing in case.everything if isinstance(thing, Citation)}
    known = {source.id for source in case.sources}
    meant = {did_you_mean(id_, known) for id_ in cited - known}
    counts = Counter(source.id for source in case.sources)
    for index, source in enumerate(case.sources):
        is_meant = any(f"“{source.id}”" in hint or hint.partition(",")[0] == f"; write {source.id}" for hint in meant)
        if source.id not in cited and counts[source.id] == 1 and not is_meant:
            yield ("sources", index), f"“{source.id}” is not cited anywhere in this file; cite it, or remove it"


def check_sources_say_how_they_were_read(listed: SourceList) -> Iterator[FieldIssue]:
    """What was read through another source names it; what was not verified is a field of the entry."""
    fields = {field.alias or name for name, field in Source.model_fields.items()}
    for index, source in enumerate(listed.sources):
        if source.read == "through-another" and not source.through:
            yield ("sources", index), "was read through another source; name it under through"
        for at, name in enumerate(source.unverified):
            if name not in fields:
                yield (
                    ("sources", index, "unverified", at),
                    f"“{name}” is not a field of a "
                    f"source{did_you_mean(name, fields) or '; name one, such as year, or delete it'}",
                )


def check_ids_stand_once(case: Case) -> Iterator[FieldIssue]:
    """An id stands once in its list."""
    for name in ("parts", "members", "decisions", "findings", "sources"):
        yield from twice(((name, index), item.id) for index, item in enumerate(getattr(case, name)))
    for number, decision in enumerate(case.decisions):
        yield from twice((("decisions", number, "seats", index), seat.id) for index, seat in enumerate(decision.seats))
        for chair, seat in enumerate(decision.seats):
            yield from twice(
                (("decisions", number, "seats", chair, "options", index), option.id)
                for index, option in enumerate(seat.options)
            )


def check_parts(case: Case) -> Iterator[FieldIssue]:
    """A part that is named stands under parts."""
    known = {part.id for part in case.parts}
    for path, thing in case.everything:
        part = thing.part if isinstance(thing, Sourced) else None
        if part and part not in known:
            yield (*path, "part"), f"there is no part “{part}”{did_you_mean(part, known) or '; add it under parts'}"


def check_ties(case: Case) -> Iterator[FieldIssue]:
    """A tie runs between two members of the list."""
    known = {member.id for member in case.members}
    for index, tie in enumerate(case.ties):
        for key, end in (("from", tie.from_), ("to", tie.to)):
            if end not in known:
                yield (
                    ("ties", index, key),
                    f"there is no member “{end}”{did_you_mean(end, known) or '; add it under members'}",
                )
        if tie.from_ == tie.to:
            yield ("ties", index), "runs from a member to itself; name two different members"


def check_order(case: Case) -> Iterator[FieldIssue]:
    """Events and decisions stand in the order of time."""
    for name in ("timeline", "decisions"):
        items = getattr(case, name)
        for index, (first, second) in enumerate(pairwise(items)):
            if second.when.begins < first.when.begins and second.when.ends < first.when.ends:
                yield (
                    (name, index + 1, "when"),
                    f"{second.when.written()} comes after {first.when.written()}; put them in date order",
                )


def check_teaching(case: Case) -> Iterator[FieldIssue]:
    """An analysis speaks of an option of its decision."""
    for number, decision in enumerate(case.decisions):
        known = {option.id for seat in decision.seats for option in seat.options}
        for index, analysis in enumerate(decision.teaching.analysis if decision.teaching else ()):
            if analysis.option not in known:
                yield (
                    ("decisions", number, "teaching", "analysis", index, "option"),
                    f"there is no option “{analysis.option}”{did_you_mean(analysis.option, known)}",
                )


SYNOPSIS_WORDS = 60
"""How long a synopsis may be: a facilitator reads it once more while the room sits down."""


def check_synopses(case: Case) -> Iterator[FieldIssue]:
    """A synopsis is short."""
    for number, decision in enumerate(case.decisions):
        synopsis = decision.teaching.synopsis if decision.teaching else None
        words = len(synopsis.split()) if synopsis else 0
        if words > SYNOPSIS_WORDS:
            yield (
                ("decisions", number, "teaching", "synopsis"),
                f"has {words} words; say it in at most {SYNOPSIS_WORDS}",
            )


def check_endings(case: Case) -> Iterator[FieldIssue]:
    """An ending that is known is told, with its date; a result says something."""
    if case.ended and case.ended.how not in ("still-going", "not-known") and not case.ended.text:
        yield ("ended",), f"says {case.ended.how} and nothing more; add text and sources"
    for index, result in enumerate(case.results):
        if not (result.estimate or result.before or result.after or result.text):
            yield ("results", index), "says nothing; add estimate, before and after, or text"


def check_accountability(case: Case) -> Iterator[FieldIssue]:
    """A line of accountability that is not known is named under gaps."""
    missing = [line for line in ("home", "across", "above") if not getattr(case.accountability, line)]
    if missing and not case.gaps:
        yield (
            ("accountability",),
            f"has no {either(missing)}; write {'it' if len(missing) == 1 else 'them'} as the template does, or say "
            f"under gaps what is not known",
        )


def check_titles(case: Case) -> Iterator[FieldIssue]:
    """Two decisions do not ask the same question; a case is not related to nothing twice."""
    yield from twice((("related", index), slug) for index, slug in enumerate(case.related))
    yield from ((path, message.replace("the id", "the question")) for path, message in twice(_questions(case)))


def _questions(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, decision in enumerate(case.decisions):
        for index, seat in enumerate(decision.seats):
            yield ("decisions", number, "seats", index), f"{seat.label} {seat.question}"


def check_countries(case: Case) -> Iterator[FieldIssue]:
    """A country is one of ISO 3166."""
    for path, thing in case.everything:
        code = vars(thing).get("country")
        why = why_no_country(code) if code else ""
        if why:
            yield (*path, "country"), why


STORY_WORDS, STORY_AND_SITUATION_WORDS = 220, 300
"""How long a story may be, alone and with the situation of the first decision: a phone shows it on two screens."""


def check_story(case: Case) -> Iterator[FieldIssue]:
    """A story is short."""
    words = sum(len(one.text.split()) for one in case.story)
    first = case.decisions[0] if case.decisions else None
    situation = sum(len(one.text.split()) for one in first.stated_before) if first else 0
    if words > STORY_WORDS:
        yield ("story",), f"has {words} words; tell it in at most {STORY_WORDS}"
    elif words and words + situation > STORY_AND_SITUATION_WORDS:
        yield (
            ("story",),
            f"has {words} words, and {words + situation} with the first situation; the two together may have "
            f"{STORY_AND_SITUATION_WORDS}",
        )


def check_written(model: Model) -> Iterator[FieldIssue]:
    """No text only keeps the place of another."""
    for one in texts_in(model):
        if _UNWRITTEN.fullmatch(one.text):
            yield (
                one.path,
                f"“{one.text}” keeps a place for what is still to be written; write "
                f"it{', or delete the line' if one.field.optional else ''}",
            )


CASE_RULES = (
    check_ground,
    check_citations,
    check_sources_are_used,
    check_sources_say_how_they_were_read,
    check_ids_stand_once,
    check_parts,
    check_ties,
    check_order,
    check_teaching,
    check_synopses,
    check_endings,
    check_decided,
    check_open,
    check_accountability,
    check_titles,
    check_countries,
    check_story,
    check_written,
)
