from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from markupsafe import Markup

from casebook.analysis.disclosure import CaseSnapshot, as_of, first_day
from casebook.analysis.governance_modes import modes_with_parts
from casebook.analysis.stages import Stage, stages
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import how_many
from casebook.schema.base import Sourced
from casebook.schema.case import Case

T = TypeVar("T")
PARTS = ("members", "organised", "answers", "dates", "figures", "claims", "results", "sources")
"""What can be looked up, in order: each is an anchor of the page, and words under `look` in the catalogue."""


@component
def look_it_up(ctx: PageContext, slug: str) -> Markup:
    """Everything about a case that is no story: each part once, as it stood before the first decision, and with what
    came later after the decision that it follows.
    """
    case = ctx.library.cases[slug]
    shown, finished, told = as_of(case, first_day(case)), as_of(case, None), stages(case)
    return ctx.render(
        "look_it_up",
        slug=slug,
        case=case,
        shown=shown,
        finished=finished,
        last=case.decisions[-1].id if case.decisions else "",
        lines=_lines(shown, finished),
        later_task=_added(shown.task, finished.task),
        later_facts=_added(shown.facts, finished.facts),
        changed=(finished.members, finished.ties) != (shown.members, shown.ties),
        later_forms=finished.forms != shown.forms,
        events=_after_each(told, "events"),
        findings=_after_each(told, "findings"),
        results=_after_each(told, "results"),
        members=how_many(ctx, shown, "case.member_count") if shown.number_of_members else "",
        modes=_modes(ctx, case, shown),
        after=dict(parts_of(case)),
    )


def parts_of(case: Case) -> list[tuple[str, str]]:
    """The parts that a case has: the anchor, and the id of the decision after which there is something to look up
    (empty: at once). A part of which nothing is ever told is left out.
    """
    shown, finished, told = as_of(case, first_day(case)), as_of(case, None), stages(case)
    last = case.decisions[-1].id if case.decisions else ""
    lines = _lines(shown, finished)

    def begins(at_once: object, at_last: object) -> str | None:
        return "" if at_once else last if at_last else None

    def first(name: str) -> str | None:
        return next((after for after, _ in _after_each(told, name)), None)

    after = {
        "members": "",
        "organised": begins(shown.task or shown.forms or case.today, finished.task or finished.forms),
        "answers": begins(any(before for _, before, _ in lines), lines),
        "dates": first("events"),
        "figures": begins(shown.facts, finished.facts),
        "claims": first("findings") if case.findings else last,
        "results": first("results") if case.results else last,
        "sources": "",
    }
    return [(part, decision) for part in PARTS if (decision := after[part]) is not None]


def _modes(ctx: PageContext, case: Case, shown: CaseSnapshot) -> list[str]:
    """How it was held together, in words; a mode that only some parts had names them."""
    return [
        f"{ctx.t(f'modes.{mode}')} ({', '.join(parts)})" if parts else ctx.t(f"modes.{mode}")
        for mode, parts in modes_with_parts(case, shown.day)
    ]


def _lines(shown: CaseSnapshot, finished: CaseSnapshot) -> list[tuple[str, Sequence[Sourced], Sequence[Sourced]]]:
    """Who answers to whom, and whatever else a case states: each with what was so at first and what was added later.

    The task has a place of its own, and so has the story but for what it tells of later days.
    """
    lines = [
        (
            name,
            () if name == "story" else shown.statements[name],
            _added(shown.statements[name], finished.statements[name]),
        )
        for name in finished.statements
        if name != "task"
    ]
    return [(name, before, later) for name, before, later in lines if before or later]


def _added(before: Sequence[T], after: Sequence[T]) -> list[T]:
    return [one for one in after if one not in before]


def _after_each(told: Sequence[Stage], name: str) -> list[tuple[str, Sequence[Sourced]]]:
    """What each stage holds, with the id of the decision before it; stages that hold nothing are left out."""
    held = [(stage.after.id if stage.after else "", getattr(stage, name)) for stage in told]
    return [(after, things) for after, things in held if things]
