from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import cover_label


@component
def home_page(ctx: PageContext, slug: str, decision: str, *cases: str) -> Markup:
    """The first page: a sentence, one real decision to try at once and what it is about, three doors, three cases."""
    case = ctx.library.cases[slug]
    caption = cover_label(ctx, as_of(case, first_day(case))) + "."
    cited = next(one for one in case.decisions if one.id == decision).stated_before
    return ctx.render(
        "home_page",
        slug=slug,
        case=case,
        decision=decision,
        cases=cases,
        doors=ctx.messages.at("home.doors"),
        caption=caption,
        cited=cited,
    )
