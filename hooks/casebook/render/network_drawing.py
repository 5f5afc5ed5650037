"""The drawing of a case's network, and its words: shared by covers, maps and lists."""

from __future__ import annotations

from casebook.analysis.disclosure import CaseSnapshot
from casebook.analysis.governance_modes import modes_of_parts
from casebook.analysis.network_layout import Drawing, draw, scale_in
from casebook.render.context import PageContext
from casebook.schema.case import Case


def shapes(ctx: PageContext) -> dict[str, str]:
    """The shape of each kind of member, in the order of the vocabulary."""
    return {id_: kind.shape for id_, kind in ctx.library.vocabulary.member_kinds.items()}


def picture(ctx: PageContext, case: Case, shown: CaseSnapshot) -> Drawing:
    """The drawing of a case's network as it stood, at the scale of all its pictures; ties of a part in the colour of
    its form.
    """
    return draw(shown.members, shown.ties, shapes(ctx), modes_of_parts(case, shown.day), scale_in(ctx.library, case))


def cover_drawing(ctx: PageContext, case: Case, shown: CaseSnapshot) -> Drawing:
    """The drawing of a case's network on its cover: at its own scale, which rests on nothing that came later."""
    return draw(shown.members, shown.ties, shapes(ctx), modes_of_parts(case, shown.day))


def how_many(ctx: PageContext, shown: CaseSnapshot, words: str) -> str:
    """How many members it has; where one sum would count unlike things, how many kinds of member."""
    if shown.counts_unlike_things:
        return ctx.t("case.kind_count", count=len(shown.kinds_of_members))
    return ctx.t(words, count=shown.number_of_members)


def cover_label(ctx: PageContext, shown: CaseSnapshot) -> str:
    """What a cover shows, in words."""
    named = [ctx.library.kind(kind).label.lower() for kind in shown.kinds_of_members]
    tables = sum(member.kind == "table" for member in shown.members)
    label = how_many(ctx, shown, "case.cover_label")
    if named:
        label += ": " + ", ".join(named)
    return label + (ctx.t("case.cover_tables", count=tables) if tables else "")


def drawing_label(ctx: PageContext, shown: CaseSnapshot, listed: bool = False) -> str:
    """What a drawing shows, in one sentence for those who do not see it, and where the same stands as a list."""
    return ctx.t("case.drawing_listed" if listed else "case.drawing", what=cover_label(ctx, shown))
