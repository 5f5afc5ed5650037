"""The rules of a form of today: it says all that belongs to one, with sources. Each yields (path, message)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casebook.schema.reference_pages import FormPage
from casebook.text.markdown import has_ground
from casebook.text.suggestions import listed
from casebook.validation.issues import FieldIssue

OF_TODAY = ("when", "standing", "held_together", "answers", "fails", "evidence", "firmness", "continues")
"""What a form of today says."""
PROSE = ("standing", "held_together", "answers", "fails", "evidence")
"""Of these, the texts that cite."""


def check_form_of_today(form: FormPage) -> Iterator[FieldIssue]:
    """A form of today says all that belongs to one; what it says has sources or is marked as our reading."""
    given = [name for name in (*OF_TODAY, "planned", "plans") if getattr(form, name)]
    missing = [name for name in OF_TODAY if name not in given]
    if form.as_of and missing:
        yield (), f"has no {listed(missing)}; a form of today says as_of and all of these"
    if given and not form.as_of:
        yield (given[0],), "stands only in a form of today; write as_of, the month up to which it was looked up"
    for name in PROSE:
        text = getattr(form, name)
        if text and not has_ground(text):
            yield (name,), "cites nothing; add [@source-id], or begin it with *Our reading:*"
    for index, plan in enumerate(form.plans):
        if not has_ground(plan.text):
            yield ("plans", index, "text"), "cites nothing; add [@source-id]"
    for index, (first, second) in enumerate(pairwise(form.plans)):
        if second.when.begins < first.when.begins:
            yield (
                ("plans", index + 1, "when"),
                f"{second.when.written()} comes after {first.when.written()}; put them in date order",
            )
