"""Promise 10. Unnamed participants are participants with side, rank and number, and are never merged by themselves."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Participant, Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_what_is_known_of_them_is_kept(graph: Graph, load: Load) -> None:
    for name in ("a", "b"):
        one = source(name)
        unnamed = Participant("", "senior official", "", "USA", rank="senior", count=2)
        load(Reading(one, tuple(meeting(one, unnamed))))
    rows = graph.cypher("MATCH (:Event)-[:HAS_PARTICIPANT]->(p) RETURN p.side, p.rank, p.count").rows
    assert rows == [("USA", "senior", 2), ("USA", "senior", 2)], "two texts, and nobody says they are the same two"
    assert graph.cypher("MATCH (o:Official) RETURN count(o)").rows == [(0,)]
