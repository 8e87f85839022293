"""Promise 3. Same input, same graph, same bytes; a second source for a known value adds evidence."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Reading
from kg.rdf import dump
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_twice_is_once(graph: Graph, load: Load) -> None:
    readings = [Reading(one, tuple(meeting(one))) for one in (source("a"), source("b"))]
    load(*readings)
    once = b"".join(dump(graph.engine))
    assert load(*readings, now="2025-04-01T00:00:00Z").wrote_nothing
    assert b"".join(dump(graph.engine)) == once


def test_a_second_source_adds_evidence(graph: Graph, load: Load) -> None:
    for name, sources in (("a", 1), ("b", 2)):
        one = source(name)
        load(Reading(one, tuple(meeting(one))))
        assert graph.cypher("MATCH (e:Event) RETURN e.sources").rows == [(sources,)]
