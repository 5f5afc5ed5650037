"""The drawing of a case's network, and its words: shared by covers, maps and lists."""

from __future__ import annotations

from casebook.analysis.disclosure import AsOf
from casebook.analysis.governance_modes import modes_of_parts
from casebook.analysis.network_layout import Drawing, draw, scale_in
from casebook.render.context import Desk
from casebook.schema.case import Case


def shapes(desk: Desk) -> dict[str, str]:
    """The shape of each kind of member, in the order of the vocabulary."""
    return {id_: kind.shape for id_, kind in desk.library.vocabulary.member_kinds.items()}


def picture(desk: Desk, case: Case, shown: AsOf) -> Drawing:
    """The drawing of a case's network as it stood, at the scale of all its pictures; ties of a part in the colour of its form."""
    return draw(shown.members, shown.ties, shapes(desk), modes_of_parts(case, shown.day), scale_in(desk.library, case))


def how_many(desk: Desk, shown: AsOf, words: str) -> str:
    """How many members it has; where one sum would count unlike things, how many kinds of member."""
    if shown.counts_unlike_things:
        return desk.say("case.kind_count", count=len(shown.kinds_of_members))
    return desk.say(words, count=shown.number_of_members)


def cover_label(desk: Desk, shown: AsOf) -> str:
    """What a cover shows, in words."""
    named = [desk.library.kind(kind).label.lower() for kind in shown.kinds_of_members]
    tables = sum(member.kind == "table" for member in shown.members)
    label = how_many(desk, shown, "case.cover_label")
    if named:
        label += ": " + ", ".join(named)
    return label + (desk.say("case.cover_tables", count=tables) if tables else "")
