"""Turns the evidence's list of sources into `docs/learn/bibliography.yml`, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

READ = {"A": "abstract", "P": "opening", "C": "record", "S": "through-another"}
KINDS = {
    "article": "peer-reviewed", "report": "report", "book": "report", "chapter": "report", "webpage": "own-account", "blog": "own-account",
    "news": "press", "press": "press", "official": "official", "policy": "official", "legislation": "official", "guidance": "official",
    "thesis": "peer-reviewed", "slides": "own-account", "preprint": "report",
}  # fmt: skip


def convert(entry: dict[str, Any]) -> dict[str, Any]:
    """One entry of the evidence's list in the casebook's own shape. What was not visible stays marked as unverified."""
    unverified = str(entry.get("unverified", ""))
    fields = [name for name in ("authors", "year", "title") if name.rstrip("s") in unverified or (name == "year" and "date" in unverified)]
    source: dict[str, Any] = {
        "id": entry["key"].replace("_", "-").lower(),
        "kind": KINDS.get(str(entry.get("type")), "report"),
        "standpoint": "party" if KINDS.get(str(entry.get("type"))) in ("official", "own-account") else "independent",
        "authors": list(entry.get("authors") or []),
        "year": entry.get("year"),
        "title": entry["title"],
        "in": entry.get("publisher"),
        "url": entry.get("url"),
        "doi": entry.get("doi"),
        "read": READ.get(str(entry.get("seen", "A"))[:1], "opening"),
        "through": "a source that cites it" if entry.get("seen") == "S" else None,
        "unverified": fields,
        "note": f"Not seen: {unverified}." if unverified else None,
    }
    return {key: value for key, value in source.items() if value not in (None, [], "")}


def import_bibliography(evidence: Path, target: Path) -> int:
    """Writes the target from the evidence's YAML list; returns how many sources it wrote."""
    yaml = YAML(typ="safe")
    entries = [convert(entry) for entry in yaml.load(evidence.read_text(encoding="utf-8"))]
    writer = YAML()
    writer.default_flow_style = False
    writer.width = 200
    writer.indent(mapping=2, sequence=4, offset=2)
    with target.open("w", encoding="utf-8") as file:
        file.write("# Every source that pages and exercises cite. How much of each was read stands under read; what was not seen under unverified and note.\n")
        writer.dump({"sources": entries}, file)
    return len(entries)
