"""The addresses of the site that more than one room writes."""

from __future__ import annotations

SHARED_SCRIPTS = ("exercises", "endings")
"""The scripts in data/ that hold something of every item: no case may take their names."""


def case_script(slug: str) -> str:
    """The path of the script that hands over a case."""
    return f"data/{slug}.js"
