"""Networks are measured and drawn the same in Python and in the browser: both are held against
tests/fixtures/networks.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from casebook.analysis.network_layout import Drawing, DrawingScale, draw
from casebook.analysis.network_metrics import measure
from casebook.schema.case import Member, Tie

FIXTURE = json.loads((Path(__file__).parent / "fixtures/networks.json").read_text(encoding="utf-8"))
NETWORKS = [pytest.param(network, id=network["name"]) for network in FIXTURE["networks"]]
ABSENT = ("cut", "broken", "missing")


def ids(network: dict[str, Any]) -> list[str]:
    return [member["id"] for member in network["members"]]


def ties(network: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(tie["from"], tie["to"], tie["strength"]) for tie in network["ties"]]


def drawn(network: dict[str, Any]) -> Drawing:
    """The drawing; members and ties are taken as they stand, since an exercise's roles may have no kind."""
    members = [
        Member.model_construct(part=one.get("part"), id=one["id"], kind=one["kind"], count=one.get("count", 1))
        for one in network["members"]
    ]
    lines = [
        Tie.model_construct(
            from_=one["from"], to=one["to"], strength=one["strength"], kind="shares-work", part=one.get("part")
        )
        for one in network["ties"]
    ]
    scale = DrawingScale(network["scale"]["oneEach"], network["scale"]["marks"]) if "scale" in network else None
    return draw(members, lines, dict(FIXTURE["shapes"]), network.get("modes"), scale)


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_is_measured_as_networkx_measures_it(network: dict[str, Any]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(ids(network))
    graph.add_edges_from((start, end) for start, end, strength in ties(network) if strength not in ABSENT)
    between = nx.betweenness_centrality(graph)
    expected = network["measures"]
    assert expected["density"] == round(nx.density(graph), 4)
    assert dict(expected["brokers"]) == {id_: round(share, 4) for id_, share in between.items() if share > 0}
    assert expected["hinges"] == sorted(nx.articulation_points(graph))


@pytest.mark.parametrize("network", NETWORKS)
def test_a_case_says_the_same_of_a_network(network: dict[str, Any]) -> None:
    found = measure(ids(network), ties(network))
    assert {
        "density": found.density,
        "brokers": [list(one) for one in found.brokers],
        "hinges": list(found.hinges),
    } == network["measures"]


@pytest.mark.parametrize("network", NETWORKS)
def test_a_case_draws_a_network_the_same(network: dict[str, Any]) -> None:
    drawing = drawn(network)
    assert [[getattr(mark, name) for name in FIXTURE["mark"]] for mark in drawing.marks] == network["drawing"]["marks"]
    assert [[getattr(line, name) for name in FIXTURE["line"]] for line in drawing.lines] == network["drawing"]["lines"]
    assert [list(one) for one in drawing.outer_numbers] == network["drawing"]["outer"]
    assert [mark.number_y for mark in drawing.marks if mark.holds_number] == network["drawing"]["number_y"]
