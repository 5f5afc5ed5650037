"""Who is in the middle of a members' network and who is at its edge, as a cover names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from casebook.schema.case import Member, Tie

FEWEST_ROUND_A_HUB = 3
"""So many others at least are tied to a member that is called the middle."""


def middle(members: Sequence[Member], ties: Sequence[Tie]) -> tuple[Member, ...]:
    """The tables where members meet; without one, the one member that is tied to more of the others than any other is,
    and to more than half of them.
    """
    tables = tuple(member for member in members if member.kind == "table")
    if tables:
        return tables
    tied = {member.id: _tied_to(member, ties) for member in members}
    most = max(tied.values(), default=0)
    hubs = tuple(member for member in members if tied[member.id] == most)
    is_hub = len(hubs) == 1 and hubs[0].count == 1 and most >= FEWEST_ROUND_A_HUB and most * 2 > len(members) - 1
    return hubs if is_hub else ()


def edge(members: Sequence[Member], ties: Sequence[Tie]) -> tuple[Member, ...]:
    """The members that hold on least: with no tie; else with cut ties alone; with strained ones; with one weak
    tie; with one tie. None where that would be more than half of them, for then it says nothing, or where no tie is
    known.
    """
    around = [member for member in members if member.kind != "table"]
    ranks: Mapping[str, int | None] = {member.id: _looseness(_ties_of(member, ties)) for member in around}
    loosest = min((rank for rank in ranks.values() if rank is not None), default=None)
    named = tuple(member for member in around if loosest is not None and ranks[member.id] == loosest)
    return named if ties and len(named) * 2 <= len(around) else ()


def _ties_of(member: Member, ties: Iterable[Tie]) -> list[Tie]:
    return [tie for tie in ties if member.id in (tie.from_, tie.to)]


def _tied_to(member: Member, ties: Iterable[Tie]) -> int:
    """With how many others a member has a tie that is not cut."""
    ends = {end for tie in _ties_of(member, ties) if tie.strength != "cut" for end in (tie.from_, tie.to)}
    return len(ends - {member.id})


def _looseness(ties: Sequence[Tie]) -> int | None:
    """How loosely these ties hold a member, the loosest first; None for one that is held well."""
    strengths = {tie.strength for tie in ties}
    if not ties:
        return 0
    if strengths == {"cut"}:
        return 1
    if strengths <= {"cut", "strained"}:
        return 2
    if len(ties) == 1:
        return 3 if strengths == {"weak"} else 4
    return None
