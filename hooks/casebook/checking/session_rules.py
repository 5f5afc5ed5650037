"""The rules of ready sessions: a session that follows them can be run as it is written.

Each is a generator of (path in the file, message).
"""

from __future__ import annotations

from collections.abc import Iterator

from casebook.library.library import Library
from casebook.schema.facilitation import (
    DECISION_STEPS,
    LONGEST_STRETCH,
    SLACK_EACH_HOUR,
    SLACK_FROM,
    Session,
    SessionStep,
)
from casebook.text.quoting import quoted
from casebook.validation.issues import FieldIssue

DECISION_FROM = 45
"""A session of so many minutes argues a real decision, and says which step to leave out first."""
NEEDED = ("read", "choose", "outcome")
"""The steps without which a decision is not taken."""
SCRIPT = "session"
"""The script with which another decision takes the place of the one that a session names."""


def check_session(session: Session, library: Library) -> Iterator[FieldIssue]:
    """Every fault of a ready session."""
    for check in (_minutes, _words, _welcome, _breaks, _slack, _decision, _dropped, _script):
        yield from check(session)
    yield from _sizes(session, library)


def _minutes(session: Session) -> Iterator[FieldIssue]:
    """The minutes of a session are the sum of its steps."""
    own = sum(step.minutes for step in session.steps)
    if own != session.minutes:
        yield ("minutes",), f"is {session.minutes}, but its steps take {own}; write {own}, or change the steps"


def _words(session: Session) -> Iterator[FieldIssue]:
    """A step that is none of a decision has a title and a text of its own."""
    for place, step in enumerate(session.steps):
        missing = " and ".join(name for name in ("title", "text") if not getattr(step, name))
        if missing and not step.decision:
            yield ("steps", place), f"needs a {missing}, or decision: with the step of the decision that it is"


def _welcome(session: Session) -> Iterator[FieldIssue]:
    """People agree what stays in the room before anything else."""
    if session.steps[0].kind != "welcome":
        yield ("steps", 0), "comes first, so it must be kind: welcome, where people agree what stays in the room"


def _breaks(session: Session) -> Iterator[FieldIssue]:
    """Nobody sits longer than they can."""
    longest = max(session.stretches)
    if longest > LONGEST_STRETCH:
        yield (
            ("steps",),
            f"go on for {longest} minutes without a break; put a step of kind: break after {LONGEST_STRETCH} at the "
            f"latest",
        )


def _slack(session: Session) -> Iterator[FieldIssue]:
    """A session of an hour or more has minutes to spare."""
    wanted = session.minutes // SLACK_FROM * SLACK_EACH_HOUR
    free = sum(step.minutes for step in session.steps if step.kind == "slack")
    if free < wanted:
        yield ("steps",), f"keep {free} minutes free; give {wanted} to steps of kind: slack"


def _decision(session: Session) -> Iterator[FieldIssue]:
    """A session from a certain length on argues a real decision, its steps in their order."""
    steps = [(place, step.decision) for place, step in enumerate(session.steps) if step.decision]
    if steps and not session.decision:
        yield ("steps", steps[0][0], "decision"), "is a step of a decision, and the session names none"
    taken = [name for _, name in steps if name]
    if taken != sorted(set(taken), key=DECISION_STEPS.index):
        order = ", ".join(DECISION_STEPS)
        yield ("steps", steps[0][0], "decision"), f"and the others are not in their order; it is {order}"
    missing = [name for name in NEEDED if name not in taken]
    if missing and (taken or session.minutes >= DECISION_FROM):
        yield (
            ("steps",),
            f"leave out the step of a decision where people {_DOINGS[missing[0]]}; add decision: {missing[0]}",
        )


_DOINGS = {"read": "read it", "choose": "choose alone", "outcome": "hear what was done"}


def _dropped(session: Session) -> Iterator[FieldIssue]:
    """One step goes first when time runs short, and it is one that a session can do without."""
    dropped = [place for place, step in enumerate(session.steps) if step.drop_first]
    if not dropped and session.minutes >= DECISION_FROM:
        yield ("steps",), "do not say which to leave out first; give one of them drop_first: true"
    for place in dropped[1:]:
        yield ("steps", place, "drop_first"), "is the second; only one step is left out first"
    for place in dropped:
        if why := _why_kept(session.steps, place):
            yield ("steps", place, "drop_first"), f"cannot be left out first: {why}"


def _why_kept(steps: tuple[SessionStep, ...], place: int) -> str:
    """Why a step may not be left out; nothing where it may."""
    step = steps[place]
    if step.kind:
        return f"it is the {step.kind}"
    if step.decision in NEEDED:
        return "without it nobody decides"
    return "it is the last, which a session always keeps" if place == len(steps) - 1 else ""


def _script(session: Session) -> Iterator[FieldIssue]:
    """Another decision takes the place of the first by a script."""
    if session.decision and SCRIPT not in session.scripts:
        yield ("scripts",), f"must be [{SCRIPT}], so that another decision can take the place of this one"


def _sizes(session: Session, library: Library) -> Iterator[FieldIssue]:
    """An exercise is done by as many people as it is for: by all of the session, or by those at a table."""
    field, size = ("tables", session.tables) if session.tables else ("group", session.group)
    if session.tables and size.from_ > size.to:
        yield ("tables",), "is from more people than to; swap the two"
        return
    for id_ in dict.fromkeys(step.exercise for step in session.steps if step.exercise):
        exercise = library.exercises.get(id_)
        if exercise and not exercise.group.from_ <= size.from_ <= size.to <= exercise.group.to:
            yield (
                (field,),
                f"is {size.from_} to {size.to}, and {quoted(exercise.title)} is for {exercise.group.from_} to "
                f"{exercise.group.to}; change it, or say under tables how many do the exercise together",
            )
