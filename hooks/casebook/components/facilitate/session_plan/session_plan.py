from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.components.facilitate.session_decision.session_decision import session_decision
from casebook.components.facilitate.session_sheets import decision_of, handouts_of
from casebook.components.facilitate.session_sides import Sides, arranged
from casebook.components.facilitate.session_step_list.session_step_list import session_step_list
from casebook.components.facilitate.session_steps import ShownStep, steps_of
from casebook.render.context import PageContext, component
from casebook.schema.facilitation import Session

AROUND = 4.0
"""The ems of the lede above the plan and of the closing line below it, which the page adds."""
ANOTHER = 3.0
"""The ems kept free on each side where another decision, with longer words, may take the place of the first."""


@component
def session_plan(ctx: PageContext, session: str, in_pack: bool = False) -> Markup:
    """A ready session: how long, for how many, what to print, the minutes, what to say.

    `in_pack`: it stands in the pack of the session, and the choice of a decision above that holds for it.
    """
    one = ctx.library.sessions[session]
    steps, decision, alone = steps_of(ctx, one), decision_of(ctx, one), one.group.to == 1
    late = _late(ctx, one, steps)

    def listed(some: Sequence[ShownStep]) -> Markup:
        return session_step_list(ctx, some, decision, alone, late if some[0] is steps[0] else "")

    def arrange(before: Markup) -> Sides:
        breaks = {place for place, step in enumerate(steps, start=1) if step.kind == "break"}
        each = [listed([step]) for step in steps]
        return arranged(one.title, before, each, breaks, around=AROUND, kept_free=ANOTHER)

    plan = ctx.render(
        "session_plan",
        id=session,
        session=one,
        decision=decision,
        kits=list(handouts_of(ctx, one, False)),
        people=_people(ctx, one),
        in_pack=in_pack,
        steps=steps,
        arrange=arrange,
        listed=listed,
    )
    return plan if in_pack else session_decision(ctx, session, plan)


def _people(ctx: PageContext, session: Session) -> str:
    """How many take part, and how many sit at a table, in words."""
    group, tables = session.group, session.tables
    if group.to == 1:
        return ctx.t("session_plan.alone")
    people = ctx.people(group)
    return ctx.t("session_plan.tables", people=people, fewest=tables.from_, most=tables.to) if tables else people


def _late(ctx: PageContext, session: Session, steps: Sequence[ShownStep]) -> str:
    """What to leave out when time runs short."""
    if session.dropped_first is None:
        return ctx.t("session_plan.advice")
    step = steps[session.dropped_first]
    minutes = ctx.t("session_plan.minutes", count=step.minutes)
    return ctx.t("session_plan.late", title=step.title, minutes=minutes)
