"""The tables of the open data: findings, results and ties as CSV, each column with its description from the model."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from casebook.analysis.evidence_strength import strength_of_part, strength_of_result, strongest
from casebook.data.spreadsheet_cells import safe_cell
from casebook.library.library import Library
from casebook.schema.base import Sourced
from casebook.schema.case import Case, Finding, Member, Result, Tie


@dataclass(frozen=True)
class CsvColumn:
    """One column of a table: its heading, and the field it comes from (whose description it takes) or a description of
    its own.
    """

    name: str
    model: type[BaseModel] | None = None
    field: str = ""
    derived: str = ""

    @property
    def what(self) -> str:
        """What the column holds, in the model's own words."""
        if self.model is None:
            return self.derived
        return self.model.model_fields[self.field].description or ""


@dataclass(frozen=True)
class Table:
    """One CSV file: its name and its columns."""

    file: str
    columns: tuple[CsvColumn, ...]


CASE = (
    CsvColumn("case", derived="The case: its slug, which is also its address (cases/<slug>.html)."),
    CsvColumn("title", Case, "title"), CsvColumn("place", Case, "place"),
)  # fmt: skip
MEASURED = ("measure", "design", "against", "estimate", "interval", "before", "after", "direction", "measured_by")
GROUND = (
    CsvColumn("sources", Sourced, "sources"),
    CsvColumn("judgement", Sourced, "judgement"),
    CsvColumn("inferred", Sourced, "inferred"),
    CsvColumn("disputed", Sourced, "disputed"),
    CsvColumn("part", Sourced, "part"),
    CsvColumn("when", Sourced, "when"),
)
FINDINGS = Table(
    "findings.csv",
    (
        *CASE,
        CsvColumn("finding", Finding, "id"),
        CsvColumn("claim", Finding, "claim"),
        CsvColumn("stance", Finding, "stance"),
        CsvColumn("text", Finding, "text"),
        CsvColumn("limits", Finding, "limits"),
        CsvColumn("reading", Finding, "reading"),
        *GROUND,
        CsvColumn(
            "strength_of_evidence",
            derived="The strength of the case's evidence for this part; derived from its results.",
        ),
    ),
)
RESULTS = Table(
    "results.csv",
    (
        *CASE,
        *(CsvColumn(name, Result, name) for name in MEASURED),
        CsvColumn("text", Sourced, "text"),
        CsvColumn("limits", Result, "limits"),
        *GROUND,
        CsvColumn(
            "strength_of_evidence",
            derived="The strength of this result, derived from its design and from who measured.",
        ),
    ),
)
TIES = Table(
    "ties.csv",
    (
        CsvColumn(
            "Source",
            derived="Where the tie starts: the member's name and, in brackets, its case, so that no two cases mix. "
            "Gephi reads this column.",
        ),
        CsvColumn("Target", derived="Where the tie ends, written as in Source. Gephi reads this column."),
        CsvColumn("Type", derived="Directed, or Undirected where the tie runs both ways. Gephi reads this column."),
        CsvColumn("Label", Tie, "kind"),
        CsvColumn("From", derived="The same as Source. Kumu reads this column."),
        CsvColumn("To", derived="The same as Target. Kumu reads this column."),
        CsvColumn("strength", Tie, "strength"),
        *CASE,
        CsvColumn("from_id", Tie, "from_"),
        CsvColumn("to_id", Tie, "to"),
        CsvColumn("from_kind", Member, "kind"),
        CsvColumn("to_kind", Member, "kind"),
        CsvColumn("from_count", Member, "count"),
        CsvColumn("to_count", Member, "count"),
        CsvColumn("text", Sourced, "text"),
        *GROUND,
    ),
)
TABLES = (FINDINGS, RESULTS, TIES)


def rows_of(table: Table, library: Library) -> Iterator[dict[str, Any]]:
    """The rows of a table, case by case, in the order of the files."""
    for slug, case in library.cases.items():
        head = {"case": slug, "title": case.title, "place": case.place}
        for row in _ROWS[table.file](library, slug, case):
            yield {**head, **row}


def _ground(thing: Sourced) -> dict[str, Any]:
    cited = "; ".join(f"{one.source}, {one.at}" if one.at else one.source for one in thing.sources)
    disputed = " | ".join(f"{one.text} ({'; '.join(cited.source for cited in one.sources)})" for one in thing.disputed)
    when = thing.when.written() if thing.when else ""
    return {
        "sources": cited,
        "judgement": thing.judgement,
        "inferred": thing.inferred,
        "disputed": disputed,
        "part": thing.part,
        "when": when,
    }


def _findings(_: Library, __: str, case: Case) -> Iterable[dict[str, Any]]:
    for one in case.findings:
        strength = strength_of_part(case, one.part) if one.part else strongest(case)
        said = {name: getattr(one, name) for name in ("claim", "stance", "text", "limits", "reading")}
        yield {"finding": one.id, "strength_of_evidence": strength} | said | _ground(one)


def _results(_: Library, __: str, case: Case) -> Iterable[dict[str, Any]]:
    for one in case.results:
        yield (
            {name: getattr(one, name) for name in MEASURED}
            | {"text": one.text, "limits": one.limits, "strength_of_evidence": strength_of_result(one)}
            | _ground(one)
        )


def _ties(library: Library, slug: str, case: Case) -> Iterable[dict[str, Any]]:
    members = {member.id: member for member in case.members}
    for tie in case.ties:
        start, end = members[tie.from_], members[tie.to]
        source, target = f"{start.name} [{slug}]", f"{end.name} [{slug}]"
        ends = {"Source": source, "Target": target, "From": source, "To": target, "from_id": start.id, "to_id": end.id}
        kinds = {
            "from_kind": library.kind(start.kind).label,
            "to_kind": library.kind(end.kind).label,
            "from_count": start.count,
            "to_count": end.count,
        }
        label = library.vocabulary.tie_kinds[tie.kind]
        yield (
            ends
            | kinds
            | {
                "Type": "Undirected" if tie.both else "Directed",
                "Label": label,
                "strength": tie.strength,
                "text": tie.text,
            }
            | _ground(tie)
        )


_ROWS = {"findings.csv": _findings, "results.csv": _results, "ties.csv": _ties}


def as_text(value: Any) -> str:
    """A value as a cell holds it: nothing for what is missing or false, true for what is true."""
    return "" if value is None or value is False else "true" if value is True else str(value)


def as_csv(table: Table, library: Library) -> str:
    """A table as CSV (RFC 4180: commas, quotes where needed, lines ended by CR LF; UTF-8 without a mark)."""
    out = io.StringIO()
    names = [column.name for column in table.columns]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows_of(table, library):
        writer.writerow([safe_cell(as_text(row.get(name))) for name in names])
    return out.getvalue()
