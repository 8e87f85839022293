"""Promise 11. Named queries take what had happened by a day, and what the graph knew by a moment."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_two_clocks(graph: Graph, load: Load) -> None:
    for name, day, now in (("a", "2025-02-01", "2025-02-02T00:00:00Z"), ("b", "2025-02-10", "2025-03-05T00:00:00Z")):
        one = source(name)
        load(Reading(one, tuple(meeting(one, date=day))), now=now)
    pair = {"a": "Russia", "b": "USA"}
    assert len(graph.query("contacts", **pair)) == 2
    assert len(graph.query("contacts", known_by="2025-03-01", **pair)) == 1
    assert len(graph.query("contacts", happened_by="2025-02-05", **pair)) == 1
