"""A reveal tells something: of each decision at least one outcome is told before the next decision is asked."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.analysis.stages import stages
from casebook.schema.case import Case
from casebook.validation.issues import FieldIssue


def check_reveals(case: Case) -> Iterator[FieldIssue]:
    """Whoever opens a decision reads what was done: an outcome that was over before the next decision began."""
    for index, (decision, stage) in enumerate(zip(case.decisions, stages(case)[1:], strict=True)):
        if decision.outcome and stage.decision and not stage.outcome:
            yield (
                ("decisions", index, "outcome"),
                f"says nothing that was over before the next decision begins ({stage.decision.when.written()}), so "
                "whoever opens it would read nothing; tell what was done by then in a statement of its own, with "
                "its when",
            )
