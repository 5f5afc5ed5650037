"""Citations for reference managers: records as CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any

from casebook.citations.records import Record
from casebook.schema.authors import Author

CSL_KINDS = {
    "JOUR": "article-journal",
    "RPRT": "report",
    "GOVDOC": "report",
    "CASE": "legal_case",
    "NEWS": "article-newspaper",
    "CHAP": "chapter",
}
OTHERS = {"literal": "others"}
"""What citation processors take for "and others" where it stands last; the format has no other word for it."""


def csl_json(records: Iterable[Record]) -> str:
    """The records as a CSL-JSON file: a list with one item a line."""
    lines = (json.dumps(csl_item(record), ensure_ascii=False, allow_nan=False) for record in records)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def csl_item(record: Record) -> dict[str, Any]:
    """A record as an item of CSL-JSON; what is not known is left out."""
    kind = CSL_KINDS.get(record.kind) or ("webpage" if record.url else "document")
    names = [*map(csl_name, record.authors), *([OTHERS] if record.and_others else [])]
    fields = {
        "id": record.key,
        "type": kind,
        "title": record.title,
        "author": names,
        "issued": {"date-parts": [[record.year]]} if record.year else None,
        "publisher" if kind == "report" else "container-title": record.within,
        "DOI": record.doi,
        "URL": record.url,
        "accessed": _date(record.accessed) if record.accessed else None,
        "language": record.language,
        "note": record.note,
        "keyword": ", ".join(record.keywords),
    }
    return {name: value for name, value in fields.items() if value}


def csl_name(author: Author) -> dict[str, str]:
    """A person with family and given; a body as it stands."""
    if author.name is not None:
        return {"literal": author.name}
    return {"family": author.family or "", "given": author.given or ""}


def _date(day: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
