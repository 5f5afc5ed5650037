"""Data as a classic script: a script tag loads it from anywhere, also from a memory stick, where pages may fetch
nothing.
"""

from __future__ import annotations

import json
from typing import Any


def as_script(name: str, content: Any) -> str:
    """A script that hands over its content under a name; `loadData` in hooks/scripts/lib/data.ts reads it."""
    pushed = json.dumps([name, content], ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"(window.casebook=window.casebook||[]).push({pushed});\n"
