"""What can be cited: sources and cases as records, which every format for reference managers is written from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from casebook.citations.labels import names_in_full
from casebook.citations.source_identity import identity
from casebook.core import routes
from casebook.library.library import Library
from casebook.schema.authors import Author, body, read_author
from casebook.schema.case import Case, Source
from casebook.text.punctuation import ended, titled

NAME = "Systems Leadership Casebook"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
RIS_KINDS = {
    "peer-reviewed": "JOUR",
    "evaluation": "RPRT",
    "report": "RPRT",
    "official": "GOVDOC",
    "court": "CASE",
    "press": "NEWS",
    "own-account": "GEN",
}


@dataclass(frozen=True)
class Record:
    """One thing that can be cited. `kind` is the type of RIS; `keywords` are the cases that rest on it; `accessed` is
    given where it has an address and no year.
    """

    key: str
    kind: str
    title: str
    authors: tuple[Author, ...] = ()
    year: int | None = None
    within: str | None = None
    url: str | None = None
    doi: str | None = None
    note: str | None = None
    keywords: tuple[str, ...] = ()
    and_others: bool = False
    language: str | None = None
    accessed: datetime.date | None = None


def source_records(library: Library) -> list[Record]:
    """Every source of the cases and of the bibliography; what several cases share stands here once, with their names as
    keywords.
    """
    found: dict[str, Record] = {}
    for slug, case in library.cases.items():
        for source in case.sources:
            _add(found, source, f"{slug}-{source.id}", slug, last_reading(case))
    for source in library.bibliography.values():
        _add(found, source, source.id, "bibliography")
    return list(_with_keys_of_their_own(sorted(found.values(), key=lambda record: record.key)))


def _with_keys_of_their_own(records: Iterable[Record]) -> Iterator[Record]:
    """The same records; a key that is taken already gets a number, for a reference manager drops what comes second."""
    taken: set[str] = set()
    for record in records:
        numbered = (f"{record.key}-{number}" for number in count(2))
        key = record.key if record.key not in taken else next(name for name in numbered if name not in taken)
        taken.add(key)
        yield record if key == record.key else replace(record, key=key)


def _add(
    found: dict[str, Record], source: Source, key: str, keyword: str, read_on: datetime.date | None = None
) -> None:
    known = found.get(identity(source))
    if known is None:
        found[identity(source)] = _record(source, key, keyword, read_on)
    elif keyword not in known.keywords:
        found[identity(source)] = replace(known, keywords=(*known.keywords, keyword))


def _record(source: Source, key: str, keyword: str, read_on: datetime.date | None) -> Record:
    return Record(
        key,
        RIS_KINDS.get(source.kind, "GEN"),
        source.title,
        source.authors,
        source.year,
        source.in_,
        source.url,
        source.doi,
        "; ".join(part for part in (source.note, f"Read: {source.read}.") if part),
        (keyword,),
        source.and_others,
        source.language,
        accessed_on(source, read_on),
    )


def accessed_on(source: Source, read_on: datetime.date | None) -> datetime.date | None:
    """The day of access of a page without a date: its own, or else the last reading of its case (`read_on`)."""
    if not source.url or source.year or source.access == "gone":
        return None
    return source.accessed.begins if source.accessed else read_on


def last_reading(case: Case) -> datetime.date | None:
    """The day of the last reading of a case; None while nobody has read it a second time."""
    return max((one.on.begins for one in case.checked if one.on.start), default=None)


def case_record(slug: str, case: Case, version: str, site_url: str = "") -> Record:
    """A case as it is cited: a chapter of the casebook, with its address; where the site has none, that within it."""
    url = f"{site_url.rstrip('/')}/{routes.case(slug)}" if site_url else routes.case(slug)
    read_on = last_reading(case)
    authors = tuple(read_author(name) or body(name) for name in case.written_by)
    note = f"Version {version}. {LICENCE}."
    year = read_on.year if read_on else None
    return Record(slug, "CHAP", titled(case.title, case.place), authors, year, NAME, url, note=note)


def cited_as(record: Record) -> str:
    """A record as one line of text."""
    year = f" ({record.year})" if record.year else ""
    within = f"In: {record.within}." if record.within else ""
    who = names_in_full(record.authors, record.and_others)
    parts = (f"{who}{year}.", ended(record.title), within, record.note, record.url)
    return " ".join(part for part in parts if part)
