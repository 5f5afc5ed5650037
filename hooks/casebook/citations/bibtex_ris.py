"""Citations for reference managers: records as BibTeX and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from casebook.citations.records import Record
from casebook.schema.authors import Author

BIBTEX_KINDS = {"JOUR": "article", "RPRT": "techreport", "CHAP": "incollection"}
_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "&%$#_"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    # BibTeX counts an escaped brace too, and would end the field there
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
})  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s{}\\\"\x00-\x20\x7f\ud800-\udfff]")
_UNSAFE_IN_KEY = re.compile(r"[^A-Za-z0-9_.:-]+")


def bibtex(records: Iterable[Record]) -> str:
    """The records as a BibTeX file (UTF-8)."""
    return "\n".join(_bibtex_entry(record) for record in records)


def _bibtex_entry(record: Record) -> str:
    kind = BIBTEX_KINDS.get(record.kind, "misc")
    within = {"article": "journal", "techreport": "institution", "incollection": "booktitle"}.get(kind, "howpublished")
    names = [*map(_bibtex_name, record.authors), *(["others"] if record.and_others else [])]
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_escaped(record.title)}}}",
        within: _escaped(record.within or ""),
        "year": str(record.year or ""),
        "doi": _address(record.doi or ""),
        "url": _address(record.url or ""),
        "urldate": record.accessed.isoformat() if record.accessed else "",
        "note": _escaped(record.note or ""),
        "keywords": _escaped(", ".join(record.keywords)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{_UNSAFE_IN_KEY.sub('-', record.key)},", *lines, "}", ""])


def _bibtex_name(author: Author) -> str:
    """A person as family and initials; a body in braces of its own, so that nothing takes it apart."""
    if author.name is None:
        return f"{_bibtex_part(author.family)}, {_bibtex_part(author.given)}"
    return f"{{{_escaped(author.name)}}}"


def _bibtex_part(text: str | None) -> str:
    """One part of a person's name; in braces where a comma or the word and would divide it."""
    part = _escaped(text or "")
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part, re.IGNORECASE) else part


def _escaped(text: str) -> str:
    return _line(text).translate(_SPECIAL)


def _address(text: str) -> str:
    """An address or a DOI for a field that TeX reads as it stands: what could end the field or begin a command is
    percent-encoded.
    """
    return _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0], safe="", errors="replace"), text.strip())


def _line(text: str) -> str:
    """A text on one line, without control characters and halves of characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def ris(records: Iterable[Record]) -> str:
    """The records as an RIS file (UTF-8, lines ended by CR LF)."""
    return "".join(_ris_entry(record) for record in records)


def _ris_name(author: Author) -> str:
    """A person as family and initials. In RIS a comma makes a person of anybody, so that of a body becomes a dash."""
    if author.name is not None:
        return author.name.replace(", ", " – ").replace(",", " ")
    return ", ".join((part or "").replace(",", " ") for part in (author.family, author.given))


def _ris_entry(record: Record) -> str:
    names = [_ris_name(author) for author in record.authors]
    pairs = [
        ("TY", record.kind),
        ("ID", record.key),
        *(("AU", name) for name in names),
        ("TI", record.title),
        ("T2", record.within),
        ("PY", record.year),
        ("DO", record.doi),
        ("UR", record.url),
        ("Y2", f"{record.accessed:%Y/%m/%d}/" if record.accessed else None),
        ("N1", record.note),
        *(("KW", keyword) for keyword in record.keywords),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(str(value))}\r\n" for tag, value in pairs if value is not None) + "\r\n"
