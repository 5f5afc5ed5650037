"""Citations for reference managers: sources and cases as BibTeX and RIS, and a case as one line of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from urllib.parse import quote

from casebook.citations.source_identity import identity
from casebook.core import routes
from casebook.library.library import Library
from casebook.schema.case import Case, Source
from casebook.text.punctuation import ended, titled

NAME = "Systems Leadership Casebook"
LICENCE = "CC BY 4.0"
BIBTEX_KINDS = {"JOUR": "article", "RPRT": "techreport", "CHAP": "incollection"}
RIS_KINDS = {
    "peer-reviewed": "JOUR",
    "evaluation": "RPRT",
    "report": "RPRT",
    "official": "GOVDOC",
    "court": "CASE",
    "press": "NEWS",
    "own-account": "GEN",
}
_SPECIAL = {letter: f"\\{letter}" for letter in "&%$#_"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    # BibTeX counts an escaped brace too, and would end the field there
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
}  # fmt: skip
_PERSON = re.compile(r"(?P<family>[^,]+), (?P<given>[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*)")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s{}\\\"\x00-\x20\x7f\ud800-\udfff]")
_UNSAFE_IN_KEY = re.compile(r"[^A-Za-z0-9_.:-]+")
OTHERS = ("and others", "et al.", "others")


@dataclass(frozen=True)
class Record:
    """One thing that can be cited. `kind` is the type of RIS; `keywords` are the cases that rest on it."""

    key: str
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    within: str | None = None
    url: str | None = None
    doi: str | None = None
    note: str | None = None
    keywords: tuple[str, ...] = ()


def source_records(library: Library) -> list[Record]:
    """Every source of the cases and of the bibliography; what several cases share stands here once, with their names as
    keywords.
    """
    found: dict[str, Record] = {}
    for slug, case in library.cases.items():
        for source in case.sources:
            _add(found, source, f"{slug}-{source.id}", slug)
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


def _add(found: dict[str, Record], source: Source, key: str, keyword: str) -> None:
    known = found.get(identity(source))
    if known is None:
        note = "; ".join(part for part in (source.note, f"Read: {source.read}.") if part)
        found[identity(source)] = Record(
            key,
            RIS_KINDS.get(source.kind, "GEN"),
            source.title,
            source.authors,
            source.year,
            source.in_,
            source.url,
            source.doi,
            note,
            (keyword,),
        )
    elif keyword not in known.keywords:
        found[identity(source)] = replace(known, keywords=(*known.keywords, keyword))


def year_of(case: Case) -> int | None:
    """The year of the last reading of a case; None while nobody has read it a second time."""
    years = [one.on.start.year for one in case.checked if one.on.start]
    return max(years, default=None)


def case_record(slug: str, case: Case, version: str, site_url: str = "") -> Record:
    """A case as it is cited: a chapter of the casebook. It has an address where the site has one."""
    url = f"{site_url.rstrip('/')}/{routes.case(slug)}" if site_url else None
    note = f"Version {version}. {LICENCE}."
    return Record(slug, "CHAP", titled(case.title, case.place), case.written_by, year_of(case), NAME, url, note=note)


def cited_as(record: Record) -> str:
    """A record as one line of text."""
    year = f" ({record.year})" if record.year else ""
    within = f"In: {record.within}." if record.within else ""
    parts = (f"{', '.join(record.authors)}{year}.", ended(record.title), within, record.note, record.url)
    return " ".join(part for part in parts if part)


def person(author: str) -> tuple[str, str] | None:
    """Family name and initials of a person, who is written Surname, A. B.; None for everything else, which is a body.

    Nothing is guessed: capitals at the end are as often a body's (Health Services Research UK) as a person's.
    """
    found = _PERSON.fullmatch(author)
    return (found["family"], found["given"]) if found else None


def authors_of(record: Record) -> list[str]:
    """The authors one by one; `others` where the record says that there are more."""
    names = []
    for author in record.authors:
        first, more, rest = author.partition(" and others")
        names += ["others"] if author in OTHERS else [first, *(["others"] if more and not rest else [])]
    return names


def bibtex(records: Iterable[Record]) -> str:
    """The records as a BibTeX file (UTF-8)."""
    return "\n".join(_bibtex_entry(record) for record in records)


def _bibtex_entry(record: Record) -> str:
    kind = BIBTEX_KINDS.get(record.kind, "misc")
    within = {"article": "journal", "techreport": "institution", "incollection": "booktitle"}.get(kind, "howpublished")
    names = [name if name == "others" else _bibtex_name(name) for name in authors_of(record)]
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_escaped(record.title)}}}",
        within: _escaped(record.within or ""),
        "year": str(record.year or ""),
        "doi": _address(record.doi or ""),
        "url": _address(record.url or ""),
        "note": _escaped(record.note or ""),
        "keywords": _escaped(", ".join(record.keywords)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{_UNSAFE_IN_KEY.sub('-', record.key)},", *lines, "}", ""])


def _bibtex_name(author: str) -> str:
    found = person(author)
    return f"{_escaped(found[0])}, {_escaped(found[1])}" if found else f"{{{_escaped(author)}}}"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in _line(text))


def _address(text: str) -> str:
    """An address or a DOI for a field that TeX reads as it stands: what could end the field or begin a command is
    percent-encoded.
    """
    return _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0], safe="", errors="replace"), text.strip())


def _line(text: str) -> str:
    """A text on one line, without control characters and halves of characters."""
    return " ".join("".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text).split())


def ris(records: Iterable[Record]) -> str:
    """The records as an RIS file (UTF-8, lines ended by CR LF)."""
    return "".join(_ris_entry(record) for record in records)


def _ris_name(author: str) -> str:
    """A person as family and initials. In RIS a comma makes a person of anybody, so that of a body becomes a dash."""
    found = person(author)
    return ", ".join(found) if found else author.replace(", ", " – ").replace(",", " ")


def _ris_entry(record: Record) -> str:
    names = [_ris_name(name) for name in authors_of(record) if name != "others"]
    pairs = [
        ("TY", record.kind),
        ("ID", record.key),
        *(("AU", name) for name in names),
        ("TI", record.title),
        ("T2", record.within),
        ("PY", record.year),
        ("DO", record.doi),
        ("UR", record.url),
        ("N1", record.note),
        *(("KW", keyword) for keyword in record.keywords),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(str(value))}\r\n" for tag, value in pairs if value is not None) + "\r\n"
