from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.components.decision.sheets import find, plan_of
from casebook.components.facilitate.session_sheets import handouts_of
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import SETTINGS, Box, Setting, SheetStyle
from casebook.render.paper.text_fit import SERIF_LETTER, FitStep, TextColumn, largest
from casebook.schema.facilitation import Session

ON_PAPER = SheetStyle(
    {
        "ul": Setting(columns=2, indent=1, after=0.67),
        "facts": Setting(beside=(), after=0.4),
        "facts div": Setting(beside=()),
        "minutes li": Setting(beside=(7.5, 0), after=0.4),
        "minutes p": Setting(after=0.15),
        "minutes h3": Setting(scale=1.05, letter=SERIF_LETTER, after=0.1),
        "at span": Setting(),
        "say": Setting(indent=0.7, after=0.15),
    }
)
"""The measures of session_plan.css for paper."""
AROUND = 4.0
"""The ems of the lede above the plan and of the closing line below it, which the page adds."""


def steps_of(ctx: PageContext, session: Session) -> list[dict[str, Any]]:
    """The steps of a session, with the minute at which each begins; the forty-minute plan of a decision where it
    follows.
    """
    steps: list[dict[str, Any]] = [step.model_dump() for step in session.steps]
    if session.then == "forty-minutes":
        close, undecided = _of_decision(ctx, session)
        plan = plan_of(ctx, close=close, undecided=undecided)
        steps += [{"exercise": None, "say": None} | step for step in plan]
    begins = 0
    for step in steps:
        step["begins"] = begins
        begins += step["minutes"]
    return steps


def _of_decision(ctx: PageContext, session: Session) -> tuple[str | None, bool]:
    """The closing question of the decision that a session names, and whether nobody has made it yet."""
    slug, _, id_ = (session.decision or "").partition("/")
    if slug not in ctx.library.cases:
        return None, False
    case, decision = find(ctx, slug, id_)
    return decision.teaching.close if decision.teaching else None, case.is_undecided(decision)


@component
def session_plan(ctx: PageContext, session: str) -> Markup:
    """A ready session: how long, for how many, what to print, the minutes, what to say. It prints on one A4."""
    one = ctx.library.sessions[session]
    return ctx.render(
        "session_plan",
        id=session,
        session=one,
        kits=list(handouts_of(ctx, one, False)),
        steps=steps_of(ctx, one),
        fit=lambda plan: fit_plan(one.title, plan).name,
    )


def fit_plan(title: str, plan: str) -> FitStep:
    """The step in which the HTML of a plan fits one side, under its title and above a closing line."""
    heading, below = Box(SETTINGS["sheet-title"], [title]), ON_PAPER.read(plan)

    def fill(column: TextColumn) -> None:
        heading.fill(column)
        column.space(AROUND)
        below.fill(column)

    return largest(fill)[0]
