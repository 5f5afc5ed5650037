"""The data of the casebook for others to use: one JSON file, tables for spreadsheets and network tools, citations, and what scripts load."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import Any

from pydantic import BaseModel

from casebook.citing import LICENCE, NAME, bibtex, case_record, ris, source_records
from casebook.dates import When
from casebook.exercise_data import every_exercise_data
from casebook.library import Library
from casebook.strength import strengths
from casebook.tables import TABLES, as_csv
from casebook.told_case import tell_case, tell_ending
from casebook.words import load_words

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


@lru_cache(maxsize=1)
def version() -> str:
    """The version of the casebook, as it is installed."""
    try:
        return installed("casebook")
    except PackageNotFoundError:
        return "0"


def every_data_file(library: Library, site_url: str = "") -> Iterator[tuple[str, str]]:
    """The path and content of every data file."""
    yield "data/cases.json", cases_json(library)
    for table in TABLES:
        yield f"data/{table.file}", as_csv(table, library)
    records = source_records(library)
    yield "data/sources.bib", bibtex(records)
    yield "data/sources.ris", ris(records)
    yield "data/exercises.js", as_script("exercises", list(every_exercise_data(library)))
    words = load_words(library.root)
    yield "data/endings.js", as_script("endings", {slug: tell_ending(case, words) for slug, case in library.cases.items()})
    for slug, case in library.cases.items():
        yield f"data/{slug}.js", as_script(slug, tell_case(library, slug, words))
        record = case_record(slug, case, version(), site_url)
        yield f"data/cite/{slug}.bib", bibtex([record])
        yield f"data/cite/{slug}.ris", ris([record])


def as_script(name: str, content: Any) -> str:
    """A classic script that hands over its content under a name, so that a script tag can load it from anywhere."""
    return f"(window.casebook=window.casebook||[]).push({json.dumps([name, content], ensure_ascii=False, separators=(',', ':'))});\n"


def plain(value: Any) -> Any:
    """A model as it would stand in a file: names as in YAML, dates as written, nothing that is empty."""
    if isinstance(value, BaseModel):
        fields = ((field.alias or name, plain(getattr(value, name))) for name, field in type(value).model_fields.items())
        return {name: content for name, content in fields if content not in (None, [], {}, False)}
    if isinstance(value, When):
        return value.written()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def cases_json(library: Library) -> str:
    """Every case with everything in it, and the strength of evidence derived from it."""
    cases = [
        {"slug": slug, **plain(case), "strength_of_evidence": [{"part": part, "strength": found} for part, found in strengths(case).items()]}
        for slug, case in library.cases.items()
    ]
    head = {"title": NAME, "version": version(), "licence": LICENCE, "licence_url": LICENCE_ADDRESS, "note": "These data tell how cases ended."}
    claims = {id_: claim.statement for id_, claim in library.claims.items()}
    return json.dumps({**head, "claims": claims, "cases": cases}, ensure_ascii=False, indent=1) + "\n"


def fingerprint(library: Library) -> str:
    """Twelve characters that change when the file of any case changes."""
    seal = hashlib.sha256()
    for slug in library.cases:
        seal.update(slug.encode() + (library.root / library.case_files[slug].file).read_bytes())
    return seal.hexdigest()[:12]
