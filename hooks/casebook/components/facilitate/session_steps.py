"""The steps of a session as its plan shows them: with the minute at which each begins, and those of a decision in its
own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from casebook.render.context import PageContext
from casebook.schema.facilitation import DECISION_STEPS, Session, SessionStep

Seats = Literal["", "one", "several"]


@dataclass(frozen=True)
class StepWords:
    """What happens in a step and what to say; `seats` where the words are for decisions with one seat, or several;
    `lead` where something other than Say leads to what is said.
    """

    text: str
    say: str
    seats: Seats = ""
    lead: str = ""


@dataclass(frozen=True)
class ShownStep:
    """A step as the plan shows it. `asks`: the question of the decision that it begins or ends with."""

    minutes: int
    begins: int
    title: str
    words: tuple[StepWords, ...]
    kind: str = ""
    exercise: str = ""
    asks: Literal["", "opening", "close"] = ""


_ASKS: dict[str, Literal["opening", "close"]] = {"choose": "opening", "home": "close"}
"""The steps of a decision in which its own questions are asked."""


def steps_of(ctx: PageContext, session: Session) -> list[ShownStep]:
    """The steps of a session, in their order."""
    begins, shown = 0, []
    for step in session.steps:
        shown.append(_shown(ctx, step, begins))
        begins += step.minutes
    return shown


def _shown(ctx: PageContext, step: SessionStep, begins: int) -> ShownStep:
    of_all = step_of_decision(ctx, step.decision or "")
    return ShownStep(
        step.minutes,
        begins,
        step.title or str(of_all.get("title", "")),
        tuple(_words(step, of_all)),
        step.kind or "",
        step.exercise or "",
        _ASKS.get(step.decision or "", ""),
    )


def step_of_decision(ctx: PageContext, name: str) -> dict[str, Any]:
    """A step of the forty-minute plan, by its name."""
    steps: list[dict[str, Any]] = ctx.messages.at("session.steps")
    return next((step for known, step in zip(DECISION_STEPS, steps, strict=False) if known == name), {})


def _words(step: SessionStep, of_all: dict[str, Any]) -> Iterator[StepWords]:
    """The step's own words; else those of a decision, once for each number of seats where they differ."""
    if step.text:
        yield StepWords(step.text, step.say or "")
    elif "seats" in of_all:
        yield StepWords(of_all["text"], of_all["say"], "one")
        yield StepWords(of_all["seats"]["text"], of_all["seats"]["say"], "several")
    elif of_all:
        yield StepWords(of_all["text"], of_all["say"])
