"""Makes the search index, in a process of its own, so that a server can end it: `python -m
casebook.site.indexing` reads what is to be indexed from its input, as JSON (see `index` in `casebook.site.search`).
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from pagefind.index import IndexConfig, PagefindIndex


async def _index(task: dict[str, Any]) -> None:
    config = IndexConfig(root_selector="main", exclude_selectors=task["left_out"], output_path=task["into"])
    async with PagefindIndex(config) as index:
        await index.add_directory(task["site"], glob=task["opened"])
        for entry in task["entries"]:
            meta = {name: entry[name] for name in ("title", "kind", "also") if entry[name]}
            await index.add_custom_record(
                url=f"/{entry['address']}", content=entry["content"], language="en", meta=meta
            )


if __name__ == "__main__":
    try:
        asyncio.run(_index(json.load(sys.stdin)))
    except Exception as stop:
        sys.exit(str(stop) or type(stop).__name__)
