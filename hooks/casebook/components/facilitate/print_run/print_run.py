from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.data.payloads.print_run import print_run_payload
from casebook.render.context import PageContext, component
from casebook.render.paper.handouts import Handout


@component
def print_run(ctx: PageContext, handouts: Sequence[Handout], fewest: int = 1, most: int = 60) -> Markup:
    """Asks how many people there are, and repeats each handout of the page as often as they need it: one print job."""
    page = print_run_payload(
        ctx.messages.at("print_run.script"),
        [(one.sides, one.html.count("blank-back"), one.pieces, one.shared_by) for one in handouts],
    )
    return ctx.render("print_run", handouts=handouts, page=page, fewest=fewest, most=most)
