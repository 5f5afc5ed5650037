"""What a data file may be: JSON, CSV, BibTeX, RIS as a strict reader takes them, whole, with nothing unseen in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache

from casebook.citations.records import source_records
from casebook.library.library import Library
from mutants.crashes import FieldIssue
from mutants.markup import faults_of_json
from mutants.messages import unseen

_SCRIPT = re.compile(r"^[^\n]*?(?:\.push\(|\] = )(.*?)\)?;\n\Z", re.DOTALL)
_FORMULA = re.compile(r"[=@＝＠\t\r]|[+＋-](?![\d.,]*\Z)")
_FIELDS = {
    "author",
    "title",
    "journal",
    "institution",
    "booktitle",
    "howpublished",
    "year",
    "doi",
    "url",
    "note",
    "keywords",
    "language",
    "langid",
    "urldate",
}
_RIS = re.compile(r"[A-Z][A-Z0-9]  - .*")


def faults_of_file(path: str, text: str, library: Library) -> Iterator[FieldIssue]:
    """What is wrong with a data file: kind and detail, with its path."""
    ending = path.rpartition(".")[2]
    expected = 1 if path.startswith("data/cite/") else len(source_records(library)) if ending in ("bib", "ris") else 0
    yield from _faults_of_text(path, ending, text, expected)


@lru_cache(maxsize=1024)
def _faults_of_text(path: str, ending: str, text: str, expected: int) -> tuple[FieldIssue, ...]:
    """The same, once for each text: from one mutant to the next most files stay the same to the letter."""
    found: list[FieldIssue] = []
    if ending == "json":
        found += faults_of_json(text, "a JSON file")
    elif ending == "js" and path.startswith("data/"):
        inner = _SCRIPT.match(text)
        found += (
            faults_of_json(inner[1], "a script of data") if inner else [("a script of data is not JSON", text[:80])]
        )
    elif ending == "csv":
        found += _faults_of_table(text)
    elif ending == "bib":
        found += _faults_of_bibtex(text, expected)
    elif ending == "ris":
        found += _faults_of_ris(text, expected)
    if not path.endswith((".css", "-template.txt")) and unseen(text):
        found.append(("control or invisible characters in a data file", f"{unseen(text)}"))
    return tuple((kind, f"{path}: {detail}") for kind, detail in found)


def _faults_of_table(text: str) -> Iterator[FieldIssue]:
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        yield "a table whose rows are of several lengths", f"{sorted({len(row) for row in rows})}"
    for cell in (cell for row in rows for cell in row if _FORMULA.match(cell)):
        yield "a cell that a spreadsheet takes for a formula", repr(cell[:80])


def entries_of_bibtex(text: str) -> list[tuple[str, list[str]]]:
    """Every entry of a BibTeX file as a strict reader sees it: its kind and the names of its fields.

    Raises ValueError where braces do not close.
    """
    found: list[tuple[str, list[str]]] = []
    at = 0
    for begin in re.finditer(r"@\s*(\w+)\s*[{(]", text):
        if begin.start() < at:
            continue
        depth, at, names, outside = 1, begin.end(), [], begin.end()
        while depth:
            if at >= len(text):
                raise ValueError(f"the braces of the entry at {begin.start()} do not close")
            step = text[at]
            if step == "\\":
                at += 1
            elif step in "{}":
                if step == "{" and depth == 1:
                    names += re.findall(r"(\w+)\s*=\s*\Z", text[outside:at])
                depth += 1 if step == "{" else -1
                outside = at + 1 if depth == 1 else outside
            at += 1
        found.append((begin[1], names))
    return found


def _faults_of_bibtex(text: str, expected: int) -> Iterator[FieldIssue]:
    try:
        entries = entries_of_bibtex(text)
    except ValueError as stop:
        yield "BibTeX with another number of entries", str(stop)
        return
    strange = {name for _, names in entries for name in names} - _FIELDS
    if len(entries) != expected:
        yield "BibTeX with another number of entries", f"{len(entries)} for {expected}"
    if strange:
        yield "BibTeX with foreign fields", f"{sorted(strange)[:5]}"
    raw = re.findall(r"(?<!\\)\\(?!text\w+\{\}|[{}&%$#_\\'\"^~`=.-])\w*", text)
    if raw:
        yield "BibTeX with a TeX command of a file", f"{raw[:3]}"


def _faults_of_ris(text: str, expected: int) -> Iterator[FieldIssue]:
    lines = [line for line in text.split("\r\n") if line]
    count = sum(line.startswith("TY  - ") for line in lines), sum(line.startswith("ER  - ") for line in lines)
    if count != (expected, expected):
        yield "RIS with another number of entries", f"{count} for {expected}"
    strange = [line for line in lines if not _RIS.fullmatch(line)]
    if strange:
        yield "RIS with broken lines", repr(strange[0][:80])
