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
from casebook.models.case import Case
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


@lru_cache(maxsize=200)
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model and their names in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def plain(value: Any) -> Any:
    """A model as it would stand in a file: names as in YAML, dates as written, nothing that is empty."""
    if isinstance(value, BaseModel):
        found = {}
        for name, written in _fields(type(value)):
            content = getattr(value, name)
            if content is not None and content is not False and content != ():
                found[written] = content if type(content) in (str, int) else plain(content)
        return {name: content for name, content in found.items() if content != {}}
    if isinstance(value, When):
        return value.written()
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


_written: dict[int, tuple[Case, str]] = {}


def case_json(case: Case) -> str:
    """A case as one line of JSON; written anew only when it was read anew."""
    known = _written.get(id(case))
    if known and known[0] is case:
        return known[1]
    derived = [{"part": part, "strength": found} for part, found in strengths(case).items()]
    text = json.dumps({**plain(case), "strength_of_evidence": derived}, ensure_ascii=False)
    _written[id(case)] = (case, text)
    return text


def cases_json(library: Library) -> str:
    """Every case with everything in it, one in a line, and the strength of evidence derived from it."""
    lines = [f'{{"slug": "{slug}", {case_json(case)[1:]}' for slug, case in library.cases.items()]
    current = {id(case) for case in library.cases.values()}
    for old in [key for key in _written if key not in current]:
        del _written[old]
    head = {"title": NAME, "version": version(), "licence": LICENCE, "licence_url": LICENCE_ADDRESS, "note": "These data tell how cases ended."}
    claims = {id_: claim.statement for id_, claim in library.claims.items()}
    return json.dumps({**head, "claims": claims}, ensure_ascii=False)[:-1] + ', "cases": [\n' + ",\n".join(lines) + "\n]}\n"


def fingerprint(library: Library) -> str:
    """Twelve characters that change when the file of any case changes."""
    seal = hashlib.sha256()
    for slug in library.cases:
        seal.update(slug.encode() + (library.root / library.case_files[slug].file).read_bytes())
    return seal.hexdigest()[:12]
