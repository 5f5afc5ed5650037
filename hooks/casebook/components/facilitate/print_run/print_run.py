from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from casebook.data.payloads.print_run import RunSheetPayload, RunTablesPayload, print_run_payload
from casebook.render.context import PageContext, component
from casebook.render.paper.handouts import Handout, Tables


@component
def print_run(
    ctx: PageContext, handouts: Sequence[Handout], fewest: int = 1, most: int = 60, tables: Tables | None = None
) -> Markup:
    """Asks how many people there are, and repeats each handout of the page as often as they need it: one print job.

    `tables`: how many sit at a table, where a table shares something.
    """
    at_tables: RunTablesPayload | None = {"fewest": tables.fewest, "usual": tables.usual} if tables else None
    page = print_run_payload(ctx.messages.at("print_run.script"), map(_sheet, handouts), at_tables)
    return ctx.render("print_run", handouts=handouts, page=page, fewest=fewest, most=most, tables=tables)


def _sheet(handout: Handout) -> RunSheetPayload:
    return {
        "sides": handout.sides,
        "backs": handout.html.count("blank-back"),
        "pieces": handout.pieces,
        "shared_by": handout.shared_by,
        "has_stop": bool(handout.stop),
    }
