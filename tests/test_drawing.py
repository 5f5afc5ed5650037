"""The picture of a network: the same members give the same picture, and all of it stands inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.analysis.network_layout import HEIGHT, WIDTH, DrawingScale, draw, scale_of
from casebook.schema.case import Member, Tie

SHAPES = {"table": "table", "hospital": "circle", "practice": "triangle"}


@st.composite
def networks(draw_):
    kinds = draw_(
        st.lists(
            st.tuples(st.sampled_from(list(SHAPES)), st.integers(1, 60), st.sampled_from([None, "north", "south"])),
            max_size=40,
        )
    )
    members = [
        Member.model_validate(
            {
                "id": f"m{index}",
                "name": "A",
                "kind": kind,
                "count": 1 if kind == "table" else count,
                "part": part,
                "judgement": True,
            }
        )
        for index, (kind, count, part) in enumerate(kinds)
    ]
    ids = [member.id for member in members]
    pairs = draw_(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=20)) if ids else []
    ties = [Tie.model_validate({"from": one, "to": other, "kind": "pays", "judgement": True}) for one, other in pairs]
    return members, ties


@given(networks())
def test_all_of_it_stands_inside_the_picture(network):
    picture = draw(*network, SHAPES)
    for mark in picture.marks:
        reach = mark.size * 1.5
        assert reach <= mark.x <= WIDTH - reach
        assert reach <= mark.y <= HEIGHT - reach
    for line in picture.lines:
        for x, y in ((line.x1, line.y1), (line.x2, line.y2), (line.mid_x, line.mid_y)):
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


@given(networks())
def test_the_same_members_give_the_same_picture(network):
    assert draw(*network, SHAPES) == draw(*network, SHAPES)


@given(networks())
def test_every_member_is_drawn_with_its_number_in_the_list(network):
    members, ties = network
    picture = draw(members, ties, SHAPES)
    numbers = {member.id: index + 1 for index, member in enumerate(members)}
    assert {mark.member for mark in picture.marks} == set(numbers)
    assert all(mark.number == numbers[mark.member] for mark in picture.marks)
    drawn = {member.id: sum(mark.many for mark in picture.marks if mark.member == member.id) for member in members}
    assert drawn == {member.id: member.count for member in members}


@given(networks())
def test_no_two_marks_stand_on_the_same_spot(network):
    marks = draw(*network, SHAPES).marks
    assert len({(mark.x, mark.y) for mark in marks}) == len(marks)


def test_every_case_can_be_drawn(library):
    shapes = {id_: kind.shape for id_, kind in library.vocabulary.member_kinds.items()}
    for slug, case in library.cases.items():
        picture = draw(case.members, case.ties, shapes)
        assert len({mark.member for mark in picture.marks}) == len(case.members), slug


@pytest.mark.parametrize("members", [[]])
def test_no_members_give_an_empty_picture(members):
    assert draw(members, [], SHAPES).marks == ()


@given(networks())
def test_every_number_of_the_list_stands_in_the_picture_once_or_in_its_marks(network):
    picture = draw(*network, SHAPES)
    within = {mark.number for mark in picture.marks if mark.holds_number}
    beside = [number for number, _, _ in picture.outer_numbers]
    assert sorted([*within, *beside]) == list(range(1, len(network[0]) + 1))
    for _, x, y in picture.outer_numbers:
        assert 4 <= x <= WIDTH - 4
        assert 6 <= y <= HEIGHT - 6


def member(id_: str, kind: str, count: int = 1) -> Member:
    return Member.model_validate({"id": id_, "name": "A", "kind": kind, "count": count, "judgement": True})


def test_pictures_that_are_compared_share_a_scale():
    few, many = [member("a", "practice", 3)], [member("b", "practice", 60), member("c", "hospital")]
    assert scale_of([few], SHAPES) == DrawingScale(one_each=False, marks=3)
    assert scale_of([few, many], SHAPES) == DrawingScale(one_each=True, marks=2)
    assert scale_of([], SHAPES) == DrawingScale(one_each=False, marks=0)


def test_a_picture_is_drawn_at_the_scale_it_is_given():
    few = [member("a", "practice", 3), member("b", "hospital")]
    assert [mark.many for mark in draw(few, [], SHAPES, scale=DrawingScale(True, 2)).marks] == [1, 3]
    alone, beside = draw(few, [], SHAPES), draw(few, [], SHAPES, scale=DrawingScale(False, 30))
    assert max(mark.size for mark in beside.marks) < min(mark.size for mark in alone.marks)


def test_between_two_large_groups_each_of_the_larger_has_one_line():
    groups = [member("a", "practice", 9), member("b", "hospital", 30)]
    tie = Tie.model_validate({"from": "a", "to": "b", "kind": "pays", "judgement": True})
    lines = draw(groups, [tie], SHAPES).lines
    assert len(lines) == len({(line.x2, line.y2) for line in lines}) == 30
    assert len({(line.x1, line.y1) for line in lines}) == 9
