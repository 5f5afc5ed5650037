"""Networks are measured the same in Python and in the browser: both are held against tests/fixtures/networks.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from casebook.analysis.network_metrics import measure

FIXTURE = json.loads((Path(__file__).parent / "fixtures/networks.json").read_text(encoding="utf-8"))
NETWORKS = [pytest.param(network, id=network["name"]) for network in FIXTURE["networks"]]
ABSENT = ("cut", "broken", "missing")


def ties(network: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(tie["from"], tie["to"], tie["strength"]) for tie in network["ties"]]


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_is_measured_as_networkx_measures_it(network: dict[str, Any]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(network["members"])
    graph.add_edges_from((start, end) for start, end, strength in ties(network) if strength not in ABSENT)
    between = nx.betweenness_centrality(graph)
    expected = network["measures"]
    assert expected["density"] == round(nx.density(graph), 4)
    assert dict(expected["brokers"]) == {id_: round(share, 4) for id_, share in between.items() if share > 0}
    assert expected["articulation_points"] == sorted(nx.articulation_points(graph))


@pytest.mark.parametrize("network", NETWORKS)
def test_a_case_says_the_same_of_a_network(network: dict[str, Any]) -> None:
    found = measure(network["members"], ties(network))
    assert {
        "density": found.density,
        "brokers": [list(one) for one in found.brokers],
        "articulation_points": list(found.articulation_points),
    } == network["measures"]
