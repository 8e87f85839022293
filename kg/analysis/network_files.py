"""Networks as files of other tools: GraphML, and GEXF with time."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx

from kg.analysis.network import Contacts, Mode, contact_network
from kg.store.engine import Engine
from queries.as_of import widen

_WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')
"""networkx writes the day on which it wrote: the same graph must give the same bytes."""

_SPANS = (
    "UNWIND $ids AS id MATCH (e:Event {id: id}) "
    "WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true) "
    "RETURN e.id, e.earliest, e.latest"
)


def graphml(engine: Engine, mode: Mode, contacts: Contacts) -> bytes:
    """Return the network as GraphML; an edge has its weight, how much of it is certain, and the ids of its events."""
    network = _plain(contact_network(engine, mode=mode, contacts=contacts))
    target = io.BytesIO()
    networkx.write_graphml(network, target, named_key_ids=True)
    return target.getvalue()


def gexf(engine: Engine, mode: Mode, contacts: Contacts) -> bytes:
    """Return the network as GEXF 1.2 with time: an edge is there for the span of each of its contacts.

    A vague date is the span it may lie in; a contact without a date gives its edge no span and is in its weight.
    """
    network = contact_network(engine, mode=mode, contacts=contacts)
    events = sorted({event for _, _, about in _edges(network) for event in about.get("events", ())})
    text = _SPANS if contacts.known_by is None else widen(_SPANS)
    rows = engine.read(text, {"ids": events, "known_by": contacts.known_by}).rows
    spans = {event: (first, last) for event, first, last in rows if first and last}
    timed = _plain(network)
    for one, other, about in _edges(network):
        found = sorted({spans[event] for event in about.get("events", ()) if event in spans})
        if found:
            timed[one][other]["spells"] = [(first.isoformat(), last.isoformat()) for first, last in found]
    timed.graph["mode"] = "dynamic"
    timed.graph["timeformat"] = "date"
    text = "\n".join(networkx.generate_gexf(timed, version="1.2draft")) + "\n"
    return _WRITTEN.sub("", text, count=1).encode("utf-8")


def _plain(network: networkx.Graph[str]) -> networkx.Graph[str]:
    """The same, sorted, with attributes that files can hold."""
    made: networkx.Graph[str] = networkx.Graph()
    nodes: Any = network.nodes(data=True)
    for node, about in sorted(nodes):
        made.add_node(node, label=about["name"], **{name: about[name] for name in ("kind", "date") if about.get(name)})
    for one, other, edge in _edges(network):
        made.add_edge(
            one, other, weight=edge["weight"], certain=edge["certain"], events=" ".join(sorted(edge["events"]))
        )
    return made


def _edges(network: networkx.Graph[str]) -> list[tuple[str, str, dict[str, Any]]]:
    """Both ends in order, and what is known of the edge; sorted."""
    found: Any = network.edges(data=True)
    edges = [(min(one, other), max(one, other), about) for one, other, about in found]
    return sorted(edges, key=lambda edge: edge[:2])
