"""What a page with a filtered list holds for its script."""

from __future__ import annotations

import json
import re
from typing import Any


def entries_in(page: str) -> list[dict[str, Any]]:
    """The entries of a list, with the values of their facets in words."""
    block = re.search(r'<script type="application/json" data-list-data[^>]*>(.*?)</script>', page, re.DOTALL)
    assert block
    data = json.loads(block[1])
    return [
        entry
        | {"facets": {name: [data["values"][name][at] for at in places] for name, places in entry["facets"].items()}}
        for entry in data["entries"]
    ]
