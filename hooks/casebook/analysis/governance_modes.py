"""The modes that a case shows: which colour its pictures, and which parts have them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from casebook.analysis.disclosure import has_begun, parts_known
from casebook.schema.case import Case, Form


def mode_of(case: Case, day: datetime.date | None) -> str:
    """The mode that colours a case's pictures: that of the last form that had begun; none before the first."""
    return _last(has_begun(case.forms, day))


def _last(forms: Sequence[Form]) -> str:
    """The mode of the form that began last."""
    return max(forms, key=lambda form: form.when.begins if form.when else datetime.date.min).mode if forms else "none"


def modes_of(case: Case, day: datetime.date | None) -> list[str]:
    """The modes of the forms that had begun, each once, in the order of time; none before the first, for it would tell
    what came.
    """
    return list(dict.fromkeys(form.mode for form in has_begun(case.forms, day)))


def modes_of_parts(case: Case, day: datetime.date | None) -> dict[str, str]:
    """The mode of each part whose pictures have a colour of their own, other than that of the whole; none where it had
    no form yet.
    """
    begun = has_begun(case.forms, day)
    found: dict[str, str] = {}
    for part in case.parts:
        own = any(form.part == part.id for form in case.forms)
        found[part.id] = _last([form for form in begun if form.part == (part.id if own else None)])
    return (
        {part: mode for part, mode in found.items() if mode != mode_of(case, day)}
        if any(form.part for form in case.forms)
        else {}
    )


def modes_with_parts(case: Case, day: datetime.date | None) -> list[tuple[str, list[str]]]:
    """The modes of the forms that had begun, each once, with the names of the parts that had it; no names where it held
    for the whole or for every part.
    """
    known = parts_known(case, day)
    found = []
    for mode in modes_of(case, day):
        held = {form.part for form in has_begun(case.forms, day) if form.mode == mode}
        names = [part.name for part in known if part.id in held]
        found.append((mode, [] if None in held or len(names) == len(known) else names))
    return found
