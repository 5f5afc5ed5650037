from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, events_before, place_of
from casebook.components.decision.sheets import estimated, find, role_of
from casebook.render.context import PageContext, component
from casebook.render.paper.sheet_layout import SheetLayout
from casebook.text.dates import When


@component
def participant_sheet(ctx: PageContext, slug: str, decision: str, tag: str = "h1") -> Markup:
    """One A4 for each person: the case up to that day, the question, the options, room to write. No outcome."""
    return _participant(ctx, slug, decision, tag, large=False)


@component
def large_print_sheet(ctx: PageContext, slug: str, decision: str) -> Markup:
    """The participant sheet in large type, on as many pages as it takes."""
    return _participant(ctx, slug, decision, "h1", large=True)


def _participant(ctx: PageContext, slug: str, decision: str, tag: str, large: bool) -> Markup:
    case, one = find(ctx, slug, decision)
    task, events, role = as_of(case, one.when.begins).task, events_before(case, one)[-4:], role_of(one)
    step, fitting, ruled = estimated(
        ctx, slug, one, "participant", lambda: SheetLayout(ctx.messages, case, one).participant(task, events, role)
    )
    size = "large-print" if large else f"fits-{step.name}"
    return ctx.render(
        "participant_sheet",
        slug=slug,
        case=case,
        decision=one,
        task=task,
        events=events if large else fitting,
        role=role,
        size=size,
        ruled=ruled,
        tag=tag,
        below="h2" if tag == "h1" else "h3",
        place=place_of(case, one),
        begun=_begun,
        other_seats=len(one.seats) - 1,
    )


def _begun(when: When) -> str:
    """A date in words that begin with a capital letter."""
    words = when.spoken()
    return words[:1].upper() + words[1:]
