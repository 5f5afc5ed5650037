"""Who is named on a cover as the middle of a network, and who as its edge."""

from __future__ import annotations

from casebook.analysis.network_positions import edge, middle
from casebook.schema.case import Member, Tie


def member(id_: str, kind: str = "council", count: int = 1) -> Member:
    return Member.model_validate({"id": id_, "name": id_.title(), "kind": kind, "count": count, "judgement": True})


def tie(one: str, other: str, strength: str = "strong") -> Tie:
    return Tie.model_validate({"from": one, "to": other, "kind": "pays", "strength": strength, "judgement": True})


def ids(members: tuple[Member, ...]) -> list[str]:
    return [one.id for one in members]


FOUR = [member(one) for one in ("a", "b", "c", "d")]
STAR = [tie("a", "b"), tie("a", "c"), tie("a", "d")]


def test_tables_are_the_middle() -> None:
    assert ids(middle([*FOUR, member("board", "table")], STAR)) == ["board"]


def test_without_a_table_the_middle_is_whoever_is_tied_to_most_others() -> None:
    assert ids(middle(FOUR, STAR)) == ["a"]


def test_where_two_have_as_many_ties_nobody_is_the_middle() -> None:
    assert middle(FOUR, [*STAR, tie("b", "c"), tie("b", "d")]) == ()


def test_a_cut_tie_makes_nobody_the_middle() -> None:
    assert middle(FOUR, [tie("a", "b"), tie("a", "c"), tie("a", "d", "cut")]) == ()


def test_a_line_of_many_members_is_not_the_middle() -> None:
    assert middle([member("a", count=14), *FOUR[1:]], STAR) == ()


def test_whoever_is_tied_to_half_of_the_others_or_fewer_is_not_the_middle() -> None:
    more = [*FOUR, member("e"), member("f"), member("g")]
    assert middle(more, STAR) == ()


def test_a_member_without_ties_is_at_the_edge() -> None:
    assert ids(edge([*FOUR, member("e")], STAR)) == ["e"]


def test_a_cut_tie_is_looser_than_a_strained_one_and_that_than_a_weak_one() -> None:
    ring = [tie("a", "b"), tie("b", "c"), tie("c", "a"), tie("a", "c")]
    held = [*ring, tie("d", "a", "weak"), tie("e", "a", "strained"), tie("f", "a", "cut")]
    members = [*FOUR, member("e"), member("f")]
    assert ids(edge(members, held)) == ["f"]
    assert ids(edge(members[:-1], held[:-1])) == ["e"]
    assert ids(edge(members[:-2], held[:-2])) == ["d"]


def test_a_member_with_one_strained_tie_among_others_is_not_at_the_edge() -> None:
    assert edge(FOUR, [*STAR, tie("b", "c", "strained"), tie("c", "d"), tie("d", "b")]) == ()


def test_where_most_would_be_at_the_edge_nobody_is() -> None:
    assert edge(FOUR, STAR) == ()
    assert edge(FOUR, []) == ()


def test_a_table_is_never_at_the_edge() -> None:
    assert edge([*FOUR, member("board", "table")], STAR) == ()
