"""Makes the search index, in a process of its own, so that a server can end it: `python -m
casebook.site.indexing` reads what is to be indexed from its input, as JSON (see `index` in `casebook.site.search`).
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from html import escape
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
        with tempfile.TemporaryDirectory() as folder:
            for number, entry in enumerate(task["entries"]):
                Path(folder, f"entry-{number}.html").write_text(_entry_page(entry), encoding="utf-8")
            await index.add_directory(folder)
        await index.write_files(task["into"])
        await _whole(Path(task["into"]))


def _entry_page(entry: dict[str, str]) -> str:
    """A page that is read as one entry. As pages of a folder they are read at once; each record that is handed over by
    itself costs the service a tenth of a second.
    """
    known = {"title": entry["title"], "kind": entry["kind"], "also": entry["also"], "address": entry["address"]}
    meta = "".join(
        f'<i data-pagefind-meta="{name}[data-value]" data-value="{escape(value)}"></i>'
        for name, value in known.items()
        if value
    )
    return f'<html lang="en"><main data-pagefind-body>{meta}<p>{escape(entry["content"])}</p></main></html>'


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
