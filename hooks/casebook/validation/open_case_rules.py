"""What a decision tells of its end, and what an open case may leave untold. Each rule yields (path, message)."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.schema.case import Case, Decision
from casebook.text.quoting import quoted
from casebook.validation.issues import FieldIssue

TAKEN = ("taken", "taken-later")
OPEN_AS_YET = (
    "or, if nobody has decided yet, say at the top of the case open, with look_for and what a reader should look for"
)


def check_decided(case: Case) -> Iterator[FieldIssue]:
    """A decision tells what was done, and which option was taken, or that this is not known.

    The last decision of an open case may still have to be made.
    """
    for number, decision in enumerate(case.decisions):
        is_last = number == len(case.decisions) - 1
        if not decision.outcome and not (is_last and case.open):
            remedy = "tell under outcome what was done and what followed, with sources"
            yield ("decisions", number), f"has no outcome; {remedy}{f', {OPEN_AS_YET}' if is_last else ''}"
        elif decision.outcome and not _was_taken(decision) and not decision.unknown and not (is_last and case.open):
            yield (
                ("decisions", number),
                "has no option with the fate taken; add what they did as an option, or say under unknown what is not "
                "known",
            )


def _was_taken(decision: Decision) -> bool:
    return any(option.fate in TAKEN for seat in decision.seats for option in seat.options)


def check_open(case: Case) -> Iterator[FieldIssue]:
    """An open case has not ended, and no option of a decision that nobody has made was taken."""
    if not case.open:
        return
    if case.ended and case.ended.how not in ("still-going", "not-known"):
        yield ("ended", "how"), f"says {case.ended.how}, and the case says open; delete open, or write still-going"
    for number, decision in enumerate(case.decisions[-1:], len(case.decisions) - 1):
        for chair, seat in enumerate(decision.seats):
            for index, option in enumerate(seat.options):
                if not decision.outcome and option.fate in TAKEN:
                    yield (
                        ("decisions", number, "seats", chair, "options", index, "fate"),
                        f"{quoted(option.fate)} says that it was done, and the decision has no outcome; tell it under "
                        "outcome, or write considered or asked-for",
                    )
