"""Which statements only the people concerned tell."""

from __future__ import annotations

from collections.abc import Mapping

from casebook.schema.base import Sourced
from casebook.schema.case import Case, Source


def is_own_account(case: Case, thing: Sourced) -> bool:
    """True where every source of a statement is an insider's or an own account."""
    sources: Mapping[str, Source] = {one.id: one for one in case.sources}
    cited = [sources[one.source] for one in thing.sources if one.source in sources]
    return bool(cited) and all(one.standpoint == "insider" or one.kind == "own-account" for one in cited)
