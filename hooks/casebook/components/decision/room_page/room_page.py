from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.components.decision.facilitator_sheet.facilitator_sheet import facilitator_sheet
from casebook.components.decision.outcome_sheet.outcome_sheet import outcome_sheet
from casebook.components.decision.participant_sheet.participant_sheet import participant_sheet
from casebook.components.decision.sheets import find
from casebook.components.facilitate.session_links.session_links import session_links
from casebook.components.page.blank_back.blank_back import blank_back
from casebook.components.page.sheet_choice.sheet_choice import Choice, Paper, sheet_choice
from casebook.components.page.stop_page.stop_page import stop_page
from casebook.core import routes
from casebook.render.context import PageContext, component
from casebook.render.paper.handouts import Handout, placed
from casebook.schema.case import Decision

KEPT = ("facilitator", "outcome", "pack")
"""What a room page shows, one at a time, by the anchor that asks for it."""
IN_PACK = ("facilitator", "participant", "outcome")
"""The sheets of its pack, in their order."""


@component
def room_page(ctx: PageContext, slug: str, decision: str) -> Markup:
    """The sheets of a decision for whoever runs the session. They tell how it went, and none is shown unasked."""
    case, one = find(ctx, slug, decision)
    notes = {sheet: ctx.t(f"sheet.{sheet}_note") for sheet in KEPT}
    words = [ctx.t("room_page.holds"), ctx.t("room_page.choose"), session_links(ctx, slug, decision)]
    if case.is_undecided(one):
        notes["outcome"], words[0] = ctx.t("open.sheet_note"), ctx.t("open.room_holds")
    choices = [Choice(sheet, ctx.t(f"sheet.{sheet}"), notes[sheet]) for sheet in KEPT]
    screen = routes.decide_together(slug, decision)
    choices.append(Choice("together", ctx.t("sheet.together"), ctx.t("sheet.together_note"), screen))
    title = ctx.t("room_page.title", question=one.seats[0].question)
    return sheet_choice(ctx, title, words, choices, list(_papers(ctx, slug, one)))


def _papers(ctx: PageContext, slug: str, decision: Decision) -> Iterator[Paper]:
    """The sheets in the order of a pack: neither side of a participant sheet holds the outcome, on whatever printer."""
    in_pack = ("pack",)
    handouts = [
        Handout(ctx.t("sheet.facilitator"), facilitator_sheet(ctx, slug, decision.id, "h2")),
        Handout(ctx.t("sheet.participant"), participant_sheet(ctx, slug, decision.id, "h2"), 1),
        Handout(
            ctx.t("sheet.outcome"),
            outcome_sheet(ctx, slug, decision.id, "h2"),
            1,
            stop_page(ctx, ctx.t("sheet.outcome_follows")),
        ),
    ]
    places = dict(zip(IN_PACK, placed(handouts), strict=True))
    run = ctx.use.print_run(handouts)
    yield Paper(in_pack, ctx.render("room_page", slug=slug, decision=decision, places=places, run=run), True)
    for index, (name, place) in enumerate(places.items()):
        if place.handout.stop:
            yield Paper(in_pack, place.handout.stop, stop=index)
        elif place.between:
            yield Paper(in_pack, stop_page(ctx, ctx.t("sheet.participant_follows")))
        if place.between > 1:
            yield Paper(in_pack, blank_back(ctx))
        yield Paper((name, "pack") if name in KEPT else in_pack, place.handout.html, handout=index)
