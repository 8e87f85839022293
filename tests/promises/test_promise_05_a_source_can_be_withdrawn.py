"""Promise 5. What others also say stays; what only it said is history, with who and when; undone, it is as before."""

from __future__ import annotations

from kg.graph import Graph
from kg.load.revise import By
from kg.model import Reading
from kg.rdf import dump
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load

ANN = By("ann", "retracted", "2025-03-02T00:00:00Z")


def test_withdrawn_and_brought_back(graph: Graph, load: Load) -> None:
    shared, alone = source("shared"), source("alone")
    other = meeting(alone, sides=("FRA", "DEU"), date="2025-02-20", subject="e2")
    load(Reading(shared, tuple(meeting(shared))), Reading(alone, (*meeting(alone), *other)))
    before = b"".join(dump(graph.engine))
    graph.withdraw("alone", ANN)
    assert graph.cypher("MATCH (e:Event) RETURN e.sides, e.sources").rows == [(["RUS", "USA"], 1)]
    assert graph.cypher("MATCH (c:Claim)-[:STATED_IN]->(:Source {key: 'alone'}) RETURN count(c) > 0").rows == [(True,)]
    assert graph.cypher("MATCH (w:Withdrawal) RETURN w.by, w.at, w.reason").rows == [("ann", ANN.at, "retracted")]
    graph.bring_back("alone", By("bob", "it was right", "2025-03-03T00:00:00Z"))
    assert b"".join(dump(graph.engine)) == before
