from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.governance_modes import mode_of
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import drawing_label, picture


@component
def case_cover(ctx: PageContext, slug: str) -> Markup:
    """The picture of a case: its own members' network, as it was at the first decision."""
    case = ctx.library.cases[slug]
    shown = as_of(case, first_day(case))
    return ctx.render(
        "case_cover", drawing=picture(ctx, case, shown), mode=mode_of(case, shown.day), label=drawing_label(ctx, shown)
    )
