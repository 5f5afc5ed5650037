"""Measures of a members' network, against values worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.analysis.network_metrics import measure


def ties(*pairs, strength="strong"):
    return [(one, other, strength) for one, other in pairs]


def test_a_star_hangs_on_its_middle():
    # Four members, three of six pairs tied. Every path between the three outer ones runs through m: betweenness 1.
    found = measure("mabc", ties("ma", "mb", "mc"))
    assert found.density == 0.5
    assert found.brokers == (("m", 1.0),)
    assert found.articulation_points == ("m",)


def test_a_ring_hangs_on_nobody():
    # Four of six pairs. Between a and c there are two shortest paths, one through each neighbour: each carries half of
    # one of the three pairs that do not hold it, a sixth.
    found = measure("abcd", ties("ab", "bc", "cd", "da"))
    assert found.density == round(4 / 6, 4)
    assert found.brokers == tuple((one, round(1 / 6, 4)) for one in "abcd")
    assert found.articulation_points == ()


def test_a_line_of_four_hangs_on_its_two_middle_members():
    # b lies between a and c, a and d: two of the three pairs that do not hold it.
    found = measure("abcd", ties("ab", "bc", "cd"))
    assert found.brokers == (("b", round(2 / 3, 4)), ("c", round(2 / 3, 4)))
    assert found.articulation_points == ("b", "c")


def test_everybody_tied_to_everybody_has_no_broker():
    found = measure("abcd", ties("ab", "ac", "ad", "bc", "bd", "cd"))
    assert (found.density, found.brokers, found.articulation_points) == (1.0, (), ())


def test_two_rings_that_share_a_member():
    # Ten pairs, six tied. The shared member carries the four pairs across: four of the six that do not hold it.
    found = measure("abmcd", ties("ab", "am", "bm", "cd", "cm", "dm"))
    assert found.density == 0.6
    assert found.brokers == (("m", round(4 / 6, 4)),)
    assert found.articulation_points == ("m",)


@pytest.mark.parametrize("strength", ["cut", "broken", "missing"])
def test_a_cut_tie_does_not_count(strength):
    assert measure("ab", ties("ab", strength=strength)).density == 0.0


def test_the_direction_and_number_of_ties_between_two_do_not_matter():
    assert measure("abc", ties("ab", "ba", "bc")) == measure("abc", ties("ab", "bc"))


@pytest.mark.parametrize("members", ["", "a"])
def test_fewer_than_two_members_have_no_network(members):
    assert measure(members, []) == measure("", [])


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1]),
        max_size=15,
    )
)
def test_shares_lie_between_nought_and_one_and_the_strongest_comes_first(pairs):
    found = measure("abcdef", ties(*pairs))
    assert 0 <= found.density <= 1
    assert all(0 < share <= 1 for _, share in found.brokers)
    assert [share for _, share in found.brokers] == sorted((share for _, share in found.brokers), reverse=True)
    assert set(found.articulation_points) <= {one for one, _ in found.brokers}, (
        "whoever holds others together lies between them"
    )
