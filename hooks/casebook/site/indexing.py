"""Makes the search index, in a process of its own, so that a server can end it: `python -m
casebook.site.indexing` reads what is to be indexed from its input, as JSON (see `index` in `casebook.site.search`).
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

ENTRY = "pagefind-entry.json"
"""The file that names all others."""
PAUSE = 0.05
PATIENCE = 10.0
"""Seconds between two looks at what was written, and in all."""


async def _index(task: dict[str, Any]) -> None:
    config = IndexConfig(root_selector="main", exclude_selectors=task["left_out"])
    async with PagefindService() as service:
        index = await service.create_index(config)
        await index.add_directory(task["site"], glob=task["opened"])
        for entry in task["entries"]:
            meta = {name: entry[name] for name in ("title", "kind", "also") if entry[name]}
            await index.add_custom_record(
                url=f"/{entry['address']}", content=entry["content"], language="en", meta=meta
            )
        await index.write_files(task["into"])
        await _whole(Path(task["into"]))


async def _whole(folder: Path) -> None:
    """Waits until the index lies on the disk. The service answers before its last file is written, and would be ended
    at once: then that file stays empty.
    """
    before: list[int] = []
    for _ in range(int(PATIENCE / PAUSE)):
        sizes = [path.stat().st_size for path in sorted(folder.rglob("*")) if path.is_file()]
        if sizes == before and all(sizes) and _is_json(folder / ENTRY):
            return
        before = sizes
        await asyncio.sleep(PAUSE)
    raise RuntimeError(f"{ENTRY} was not written")


def _is_json(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    try:
        asyncio.run(_index(json.load(sys.stdin)))
    except Exception as stop:
        print(str(stop) or type(stop).__name__)
        sys.exit(1)
