from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.components.decision.sheets import plan_of
from casebook.components.facilitate.session_sheets import handouts_of
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import fit_plan
from casebook.schema.facilitation import Session


def steps_of(ctx: PageContext, session: Session) -> list[dict[str, Any]]:
    """The steps of a session, with the minute at which each begins; the forty-minute plan of a decision where it
    follows.
    """
    steps: list[dict[str, Any]] = [step.model_dump() for step in session.steps]
    if session.then == "forty-minutes":
        steps += [{"exercise": None, "say": None} | step for step in plan_of(ctx)]
    begins = 0
    for step in steps:
        step["begins"] = begins
        begins += step["minutes"]
    return steps


@component
def session_plan(ctx: PageContext, session: str) -> Markup:
    """A ready session: how long, for how many, what to print, the minutes, what to say. It prints on one A4."""
    one = ctx.library.sessions[session]
    steps, listed = steps_of(ctx, one), list(handouts_of(ctx, one, False))
    fit = fit_plan(ctx.messages, one, [kit.name for kit in listed], steps).name
    return ctx.render("session_plan", id=session, session=one, kits=listed, steps=steps, fit=fit)
