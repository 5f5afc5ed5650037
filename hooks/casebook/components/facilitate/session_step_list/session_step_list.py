from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.components.facilitate.session_steps import ShownStep
from casebook.data.payloads.session_decisions import SessionDecision
from casebook.render.context import PageContext, component


@component
def session_step_list(
    ctx: PageContext, steps: Sequence[ShownStep], decision: SessionDecision | None, alone: bool = False, late: str = ""
) -> Markup:
    """Steps of a session: when each begins, how long it takes, what happens, what to say.

    `late`, what to leave out when time runs short, stands with a heading above the first of them.
    """
    seats = "several" if decision and decision["seats"] > 1 else "one"
    return ctx.render("session_step_list", steps=steps, decision=decision, seats=seats, alone=alone, late=late)
