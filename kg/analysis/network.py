"""Networks of contacts as ``networkx`` graphs, with the events behind every edge."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Literal, TypeAlias

import msgspec
import networkx

from kg.store.engine import Engine
from queries.as_of import widen

Mode: TypeAlias = Literal["sides", "officials", "two-mode"]
Fuzzy: TypeAlias = Literal["certain", "possible"]

_CONTACTS = (
    "MATCH (e:Contact) WHERE e.status = 'held' "
    "AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true) "
    "AND coalesce(e.latest >= $since, $since IS NULL) AND coalesce(e.earliest <= $until, $until IS NULL) "
    "WITH e, coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL) AS sure "
    "WHERE sure OR $fuzzy = 'possible' "
)
_ROW = "RETURN e.id AS event, coalesce(e.title, ''), coalesce(e.date, ''), sure, m.id AS id, m.name AS name"
_MEMBERS = {
    "sides": f"MATCH (e)<-[:TOOK_PART]-(m:Country|Organization) {_ROW}",
    "officials": f"MATCH (e)<-[:ATTENDED]-(m:Official) {_ROW}",
}


class Contacts(msgspec.Struct, frozen=True):
    """Which held contacts count: those between two days, both included, as the graph showed them at a moment.

    ``None`` is no limit, and now. ``possible`` counts contacts whose date may lie inside, ``certain`` those whose every
    possible day does. A contact without any date counts only where there is no limit.
    """

    since: date | None = None
    until: date | None = None
    fuzzy: Fuzzy = "possible"
    known_by: str | None = None
    """A moment as the graph compares it: what :func:`queries.parameters.moment` gives."""


def contact_network(engine: Engine, *, mode: Mode = "sides", contacts: Contacts | None = None) -> networkx.Graph[str]:
    """Return who met whom.

    ``sides`` and ``officials`` join those who took part in one contact: ``weight`` counts the contacts, ``certain``
    those whose date is certain within the limits, and ``events`` lists the ids of all. ``two-mode`` joins officials to
    events instead, which have ``date`` (EDTF). Nodes are our own ids, with ``name`` and ``kind``.
    """
    chosen = contacts or Contacts()
    text = _CONTACTS + _MEMBERS["sides" if mode == "sides" else "officials"]
    if chosen.known_by is not None:
        text = widen(text)
    kind = "side" if mode == "sides" else "official"
    graph: networkx.Graph[str] = networkx.Graph()
    members: dict[tuple[str, str, str, bool], list[str]] = {}
    rows = engine.read(text, msgspec.structs.asdict(chosen)).rows
    for event, title, when, sure, key, name in sorted(rows, key=lambda row: (row[0], row[4])):
        members.setdefault((event, title, when, sure), []).append(key)
        graph.add_node(key, name=name, kind=kind)
    for (event, title, when, sure), keys in members.items():
        if mode == "two-mode":
            graph.add_node(event, name=title or event, kind="event", date=when)
            graph.add_edges_from(((key, event) for key in keys), weight=1, certain=int(sure), events=[event])
        else:
            _join(graph, event, keys, sure=sure)
    return graph


def _join(graph: networkx.Graph[str], event: str, keys: list[str], *, sure: bool) -> None:
    for one, other in combinations(sorted(set(keys)), 2):
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=0, certain=0, events=[])
        edge = graph[one][other]
        edge["events"].append(event)
        edge["weight"] += 1
        edge["certain"] += int(sure)
