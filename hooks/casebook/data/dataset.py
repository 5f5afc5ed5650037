"""The data of the casebook for others to use: one JSON file, tables for spreadsheets and network tools, citations, and
what scripts load.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from pydantic import BaseModel

from casebook.analysis.evidence_strength import strengths
from casebook.citations.bibtex_ris import bibtex, ris
from casebook.citations.csl_json import csl_json
from casebook.citations.records import LICENCE, LICENCE_ADDRESS, NAME, Record, case_record, source_records
from casebook.core import routes
from casebook.core.attempts import Writer
from casebook.core.routes import SHARED_SCRIPTS, case_script
from casebook.data.case_text import case_text
from casebook.data.changes import feed
from casebook.data.csv_tables import TABLES, as_csv
from casebook.data.data_version import case_version, data_date, data_version
from casebook.data.datapackage import datapackage_json
from casebook.data.payloads.compare import compare_payload, ending_payload
from casebook.data.payloads.decisions import later_decisions
from casebook.data.payloads.exercise import every_exercise_data
from casebook.data.payloads.glossary import glossary_payload
from casebook.data.payloads.session_decisions import decision_choices
from casebook.data.payloads.words import words_payload
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.library.source_file import SourceFile, per_file
from casebook.schema.case import Case
from casebook.text.dates import When


def _shared_script(name: str, library: Library) -> str:
    """A script that holds something of every item: of each exercise all that My record needs; of each case how it
    ended, the words before its first decision, that decision for a session, its later decisions; of each word of the
    glossary what it means.
    """
    write: dict[str, Callable[[], Any]] = {
        "exercises": lambda: list(every_exercise_data(library)),
        "endings": lambda: {slug: ending_payload(case, library.messages) for slug, case in library.cases.items()},
        "glossary": lambda: glossary_payload(library),
        "words": lambda: words_payload(library),
        "later-decisions": lambda: later_decisions(library),
        routes.SESSION_DECISIONS: lambda: decision_choices(library),
    }
    return as_script(name, write[name]())


WHOLE: dict[str, Callable[[Library], str]] = {
    routes.data("cases.json"): lambda library: cases_json(library),
    **{routes.data(table.file): partial(as_csv, table) for table in TABLES},
    routes.data("sources.bib"): lambda library: bibtex(source_records(library)),
    routes.data("sources.ris"): lambda library: ris(source_records(library)),
    routes.data("sources.csl.json"): lambda library: csl_json(source_records(library)),
    routes.data("datapackage.json"): lambda library: datapackage_json(library),
    **{case_script(name): partial(_shared_script, name) for name in SHARED_SCRIPTS},
}
"""The files that hold something of every item, and how each is written. No case may take their names: see
`casebook.core.addresses`."""


def data_files(library: Library, site_url: str = "") -> Iterator[Writer[str]]:
    """The path of every data file, and how it is written."""
    for path, write in WHOLE.items():
        yield path, partial(write, library)
    yield routes.FEED, partial(feed, library, site_url)
    for slug in library.cases:
        yield case_script(slug), partial(_case_script, library, slug)
        yield from files_beside(library, slug, site_url)


def _case_script(library: Library, slug: str) -> str:
    return as_script(slug, compare_payload(library, slug, library.messages))


def files_beside(library: Library, slug: str, site_url: str = "") -> Iterator[Writer[str]]:
    """What the page of a case leads to: its plain text, and how to cite it; the path of each file, and how it is
    written.
    """
    yield routes.case_text(slug), partial(case_text, library, slug, site_url)
    for ending, write in (("bib", bibtex), ("ris", ris), ("json", csl_json)):
        yield routes.citation(slug, ending), partial(_citation, write, library, slug, site_url)


def _citation(write: Callable[[Iterable[Record]], str], library: Library, slug: str, site_url: str) -> str:
    return write([case_record(slug, library.cases[slug], case_version(library, slug), site_url)])


@lru_cache(maxsize=200)
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model and their names in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def plain_data(value: Any) -> Any:
    """A model as it would stand in a file: names as in YAML, dates as written, nothing that is empty."""
    if isinstance(value, BaseModel):
        found = {}
        for name, written in _fields(type(value)):
            content = getattr(value, name)
            if content is not None and content is not False and content != ():
                found[written] = content if type(content) in (str, int) else plain_data(content)
        return {name: content for name, content in found.items() if content != {}}
    if isinstance(value, When):
        return value.written()
    return [plain_data(one) for one in value] if isinstance(value, tuple | list) else value


@per_file
def case_json(loaded: SourceFile[Case]) -> str:
    """A case as one line of JSON; written anew only when it was read anew."""
    case = loaded.model
    assert case is not None
    derived = [{"part": part, "strength": found} for part, found in strengths(case).items()]
    return json.dumps({**plain_data(case), "strength_of_evidence": derived}, ensure_ascii=False, allow_nan=False)


def cases_json(library: Library) -> str:
    """Every case with everything in it, one in a line, and the strength of evidence derived from it."""
    lines = [f'{{"slug": "{slug}", {case_json(library.case_files[slug])[1:]}' for slug, _ in library.cases.items()]
    day = data_date(library)
    head = {
        "title": NAME,
        "version": data_version(library),
        **({"date": day.isoformat()} if day else {}),
        "licence": LICENCE,
        "licence_url": LICENCE_ADDRESS,
        "note": "These data tell how cases ended.",
    }
    claims = {id_: claim.statement for id_, claim in library.claims.items()}
    return (
        json.dumps({**head, "claims": claims}, ensure_ascii=False, allow_nan=False)[:-1]
        + ', "cases": [\n'
        + ",\n".join(lines)
        + "\n]}\n"
    )
