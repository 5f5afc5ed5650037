"""Which statements only the people concerned tell."""

from __future__ import annotations

from collections.abc import Mapping

from casebook.schema.base import Sourced, per_model
from casebook.schema.case import Case


def is_own_account(case: Case, thing: Sourced) -> bool:
    """True where every source of a statement is an insider's or an own account."""
    own = _own(case)
    cited = [own[one.source] for one in thing.sources if one.source in own]
    return bool(cited) and all(cited)


@per_model
def _own(case: Case) -> Mapping[str, bool]:
    """Whether each source of a case is one of them, by id."""
    return {one.id: one.standpoint == "insider" or one.kind == "own-account" for one in case.sources}
