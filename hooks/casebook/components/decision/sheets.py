"""The sheets of a decision: which there are, and what is worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any, TypeVar

from markupsafe import Markup

from casebook.render.context import PageContext
from casebook.render.paper.sheet_layout import SheetStyle
from casebook.schema.case import Case, Decision

T = TypeVar("T")
SHEETS = ("participant", "outcome", "facilitator", "large-print", "pack")


def find(ctx: PageContext, slug: str, decision: str) -> tuple[Case, Decision]:
    """A case and one of its decisions."""
    case = ctx.library.cases[slug]
    return case, next(one for one in case.decisions if one.id == decision)


def estimated(ctx: PageContext, slug: str, decision: Decision, sheet: str, estimate: Callable[[], T]) -> T:
    """What was estimated of a sheet of a decision: once, however many pages it stands in."""
    known = ctx.library.memory.setdefault(estimated, {})
    key = (slug, decision.id, sheet)
    if key not in known:
        known[key] = estimate()
    found: T = known[key]
    return found


def written_once(ctx: PageContext, key: tuple[str, str, str], write: Callable[[], Markup]) -> Markup:
    """The HTML of a sheet that stands in several pages one after the other: it has no links, and is written once.

    Only the last is kept.
    """
    known: dict[tuple[str, str, str], Markup] = ctx.library.memory.setdefault(written_once, {})
    if key not in known:
        html = write()
        known.clear()
        known[key] = html
    return known[key]


def fitted_once(ctx: PageContext, slug: str, decision: Decision, sheet: str, style: SheetStyle) -> Callable[..., str]:
    """What its template calls with the HTML of each side of a sheet: the name of the step in which they fit."""
    return lambda *sides: estimated(ctx, slug, decision, sheet, lambda: style.fit(*sides)).name


def role_of(decision: Decision) -> str:
    """Who the reader is; empty where several seats are told of, and where the situation begins with it already."""
    label = decision.seats[0].label
    return "" if len(decision.seats) > 1 or decision.situation[0].text.startswith(label.rstrip(".")) else label


def plan_of(
    ctx: PageContext, several_seats: bool = False, close: str | None = None, undecided: bool = False
) -> list[dict[str, Any]]:
    """The steps of the forty-minute plan; where a decision has several seats, or nobody has decided yet, in the words
    for that. The last step asks the closing question of the decision, or one for all where it has none.
    """
    told = [name for name, is_so in (("seats", several_seats), ("open", undecided)) if is_so]
    steps = [
        reduce(lambda all_, name: all_ | all_.get(name, {}), told, step) for step in ctx.messages.at("session.steps")
    ]
    return [
        step | {"say": f"{step['say']} {close or step['question']}"} if "question" in step else step for step in steps
    ]
