"""What the script of a long list holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def list_in(site: Path, name: str) -> dict[str, Any]:
    """A long list as its script has it."""
    text = (site / f"data/{name}.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.partition(".push(")[2].rstrip().removesuffix(");"))[1]
    return found


def entries_in(site: Path, name: str) -> list[dict[str, Any]]:
    """The entries of a long list, with the values of their facets in words."""
    data = list_in(site, name)
    return [
        entry
        | {"facets": {name: [data["values"][name][at] for at in places] for name, places in entry["facets"].items()}}
        for entry in data["entries"]
    ]


def words_in(piece: Any) -> str:
    """The texts of an element that was taken apart, as a reader has them."""
    return piece if isinstance(piece, str) else "".join(words_in(one) for one in piece[2:])


def elements_in(piece: Any) -> list[Any]:
    """An element that was taken apart, and every element in it."""
    return [] if isinstance(piece, str) else [piece, *(inner for one in piece[2:] for inner in elements_in(one))]


def links_in(piece: Any) -> list[str]:
    """Where the links of an element lead."""
    return [one[1]["href"] for one in elements_in(piece) if one[0] == "a"]
