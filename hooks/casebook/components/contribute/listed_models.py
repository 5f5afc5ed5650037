"""The models whose fields are listed for contributors."""

from __future__ import annotations

LISTED = ("claims", "forms", "cases", "decisions", "exercises", "scales", "today", "standards")
