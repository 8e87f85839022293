"""Networks of contacts as ``networkx`` graphs, with the events behind every edge."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Literal, TypeAlias

import networkx

from kg.store.engine import Engine

Mode: TypeAlias = Literal["sides", "officials", "two-mode"]

_WITHIN = (
    "MATCH (e:Contact) WHERE e.status = 'held' AND coalesce(e.latest >= $since, $since IS NULL) "
    "AND coalesce(e.earliest <= $until, $until IS NULL) "
)
_MEMBERS = {
    "sides": (
        "MATCH (e)<-[:TOOK_PART]-(m:Country|Organization) "
        "RETURN e.id AS event, m.id AS id, m.name AS name ORDER BY event, id"
    ),
    "officials": (
        "MATCH (e)<-[:ATTENDED]-(m:Official) RETURN e.id AS event, m.id AS id, m.name AS name ORDER BY event, id"
    ),
}


def contact_network(
    engine: Engine, *, mode: Mode = "sides", since: date | None = None, until: date | None = None
) -> networkx.Graph[str]:
    """Return who met whom between two days, both included; ``None`` is no limit.

    ``sides`` and ``officials`` join those who took part in one held contact: ``weight`` counts the contacts, ``events``
    lists their ids. ``two-mode`` joins officials to events instead. Contacts whose date may lie inside are counted;
    one without any date only where there is no limit. Nodes are our own ids, with ``name`` and ``kind``.
    """
    kind = "sides" if mode == "sides" else "officials"
    rows = engine.read(_WITHIN + _MEMBERS[kind], {"since": since, "until": until}).rows
    graph: networkx.Graph[str] = networkx.Graph()
    members: dict[str, list[str]] = {}
    for event, key, name in rows:
        members.setdefault(event, []).append(key)
        graph.add_node(key, name=name, kind=kind.removesuffix("s"))
    for event, keys in members.items():
        if mode == "two-mode":
            graph.add_node(event, name=event, kind="event")
            graph.add_edges_from((key, event) for key in keys)
        else:
            _join(graph, event, keys)
    return graph


def _join(graph: networkx.Graph[str], event: str, keys: list[str]) -> None:
    for one, other in combinations(sorted(set(keys)), 2):
        if graph.has_edge(one, other):
            graph[one][other]["events"].append(event)
            graph[one][other]["weight"] += 1
        else:
            graph.add_edge(one, other, weight=1, events=[event])
