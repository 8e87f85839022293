"""Promise 5. What others also say stays; what only it said is history, with who and when; undone, it is as before."""

from __future__ import annotations

from kg.graph import Graph
from kg.load.revise import By
from kg.model import Participant, Reading, Venue
from kg.rdf import dump
from tests.consolidate.build import claim, meeting, source
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


def test_withdrawing_leaves_nothing_that_only_it_told_of(graph: Graph, load: Load) -> None:
    """Neither its places, topics and hosts, nor persons whom it alone names; brought back, they are there again."""
    shared, alone = source("shared"), source("alone")
    load(Reading(shared, tuple(meeting(shared, ("Otto Lind", "RUS")))))
    before = what_stands(graph)
    envoy = Participant("Pyotr Zagrebin", "Envoy", "", "BLR")
    told = meeting(
        alone, envoy, ("Otto Lind", "RUS"), sides=("BLR", "RUS"), venue=Venue("Minsk", "Minsk", "BLR"), host="KAZ",
        topic="energy", date="2025-02-20",
    )  # fmt: skip
    named = claim(alone, "name", "Anna Berg", subject="o1"), claim(alone, "capacity", envoy, subject="o1")
    load(Reading(alone, (*told, *named)), now="2025-03-02T00:00:00Z")
    both = what_stands(graph)
    dumped = b"".join(dump(graph.engine))
    graph.withdraw("alone", By("ann", "retracted", "2025-03-03T00:00:00Z"))
    assert what_stands(graph) == before
    graph.bring_back("alone", By("ann", "it was right", "2025-03-04T00:00:00Z"))
    assert what_stands(graph) == both
    assert b"".join(dump(graph.engine)) == dumped
    assert graph.verify().faults == ()


def what_stands(graph: Graph) -> list[tuple[object, ...]]:
    """The ids of the consolidated graph, and what joins them."""
    labels = ("Event", "Participant", "Official", "Place", "Topic", "Country", "Organization", "Office")
    nodes = [row for label in labels for row in graph.cypher(f"MATCH (n:{label}) RETURN n.id").rows]
    types = ("TOOK_PART", "HOSTED", "ATTENDED", "IDENTIFIED_AS", "REPRESENTED", "HELD_AT", "ON_TOPIC", "OFFICE_OF")
    joined = [
        row for kind in types for row in graph.cypher(f"MATCH (a)-[:{kind}]->(b) RETURN a.id, '{kind}', b.id").rows
    ]
    return sorted(map(tuple, (*nodes, *joined)), key=str)
