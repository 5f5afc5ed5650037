"""Measures of a members' network: how dense it is, who brokers, and which ties hang on one member.

Density is the share of possible pairs that are tied. Betweenness follows Freeman (1977): the share of shortest paths
between other members that run through one. A member on whom ties hang is a cut vertex of the graph. Cut ties do not
count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measures:
    """What can be said of a network. Shares run from 0 to 1; members stand by id, the strongest first."""

    density: float
    brokers: tuple[tuple[str, float], ...]
    articulation_points: tuple[str, ...]


def measure(members: Iterable[str], ties: Iterable[tuple[str, str, str]]) -> Measures:
    """Measures of members (ids) and ties (from, to, strength). The direction of a tie does not matter here."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from((one, other) for one, other, strength in ties if strength not in ("cut", "broken", "missing"))
    if len(graph) < 2:
        return Measures(0.0, (), ())
    between = nx.betweenness_centrality(graph)
    brokers = tuple(
        sorted(
            ((id_, round(share, 4)) for id_, share in between.items() if share > 0), key=lambda one: (-one[1], one[0])
        )
    )
    return Measures(round(nx.density(graph), 4), brokers, tuple(sorted(nx.articulation_points(graph))))
