"""datapackage.json: what the open data are, in the form of Data Package 2.0 (datapackage.org), with a schema for each
table.
"""

from __future__ import annotations

import json
import typing
from typing import Any, Literal

from casebook.citations.records import LICENCE_ADDRESS, NAME
from casebook.core import routes
from casebook.data.csv_tables import TABLES, CsvColumn, Table
from casebook.data.data_version import data_date, data_version
from casebook.library.library import Library

PROFILE = "https://datapackage.org/profiles/2.0/"
PACKAGE = "systems-leadership-casebook"
LICENCE_ID = "CC-BY-4.0"
FORMATS = {
    "cases.json": ("json", "application/json"),
    "sources.bib": ("bib", "application/x-bibtex"),
    "sources.ris": ("ris", "application/x-research-info-systems"),
    "sources.csl.json": ("json", "application/vnd.citationstyles.csl+json"),
}
"""The files that are no tables: format and media type."""
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def datapackage_json(library: Library) -> str:
    """The descriptor of the open data. Paths are relative to its own folder."""
    return json.dumps(descriptor(library), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def descriptor(library: Library) -> dict[str, Any]:
    """The same as plain data. `created` is the date of the data, at midnight, for no clock is asked."""
    day = data_date(library)
    writers = dict.fromkeys(name for case in library.cases.values() for name in case.written_by)
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": PACKAGE,
        "title": NAME,
        "description": library.messages.t("data.tells_endings"),
        "version": data_version(library),
        **({"created": f"{day.isoformat()}T00:00:00Z"} if day else {}),
        "licenses": [{"name": LICENCE_ID, "path": LICENCE_ADDRESS}],
        **({"contributors": [{"title": name, "roles": ["author"]} for name in writers]} if writers else {}),
        "resources": [
            *(_table(table, library) for table in TABLES),
            *(_file(name, library) for name in FORMATS),
        ],
    }


def _resource(file: str, library: Library) -> dict[str, Any]:
    return {
        "name": file.removesuffix(".csv").replace(".", "-"),
        "path": routes.data(file).rpartition("/")[2],
        "description": library.messages.at("data.files")[file],
        "encoding": "utf-8",
    }


def _file(file: str, library: Library) -> dict[str, Any]:
    format_, media_type = FORMATS[file]
    return {**_resource(file, library), "format": format_, "mediatype": media_type}


def _table(table: Table, library: Library) -> dict[str, Any]:
    return {
        **_resource(table.file, library),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": _DIALECT,
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def _field(column: CsvColumn) -> dict[str, Any]:
    """One column: what it holds, its type, and the fixed words that it chooses from."""
    kind = column.model.model_fields[column.field].annotation if column.model else str
    field = {"name": column.name, "description": column.what}
    if kind is bool:
        return {**field, "type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
    if kind is int:
        return {**field, "type": "integer"}
    if typing.get_origin(kind) is Literal:
        return {**field, "type": "string", "constraints": {"enum": list(typing.get_args(kind))}}
    return {**field, "type": "string"}
