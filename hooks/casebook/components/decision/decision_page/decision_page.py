from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import events_before
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced


@component
def decision_page(ctx: PageContext, slug: str, decision: str) -> Markup:
    """One decision on a page of its own: what was known then, and the choice. Its file holds no outcome of it.

    It prints as the participant sheet.
    """
    case = ctx.library.cases[slug]
    one = next(one for one in case.decisions if one.id == decision)
    number = case.decisions.index(one)
    earlier = case.decisions[number - 1] if number else None
    events = events_before(case, one)[-6:]
    disputed = [
        Sourced(sources=against.sources) for seat in one.seats for option in seat.options for against in option.disputed
    ]
    story = () if number else case.story
    cited = (*story, *events, *one.stated_before, *disputed)
    return ctx.render(
        "decision_page",
        slug=slug,
        case=case,
        decision=one,
        events=events,
        earlier=earlier,
        cited=cited,
        first=not number,
    )
