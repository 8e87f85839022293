"""Promise 4. Both claims stay and one conflict says so; a person may decide; a reprint is no second source."""

from __future__ import annotations

from kg.graph import Graph
from kg.load.revise import By
from kg.model import Reading, Venue
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_two_cities_are_one_conflict_that_a_person_may_decide(graph: Graph, load: Load) -> None:
    for name, city in (("a", "Riyadh"), ("b", "Jeddah")):
        one = source(name)
        load(Reading(one, tuple(meeting(one, venue=Venue(city, city, "SAU")))))
    assert len(graph.cypher("MATCH (c:Claim {attribute: 'venue'}) RETURN c.id").rows) == 2
    assert graph.cypher("MATCH (c:Conflict) RETURN c.attribute").rows == [("venue",)]
    shown = graph.cypher("MATCH (:Event)-[:HELD_AT]->(p) RETURN p.name").rows[0][0]
    other = "Jeddah" if shown == "Riyadh" else "Riyadh"
    find = "MATCH (c:Claim {attribute: 'venue'}) WHERE c.value CONTAINS $city RETURN c.id"
    graph.rank(graph.cypher(find, {"city": other}).rows[0][0], By("ann", "the protocol", "2025-03-02T00:00:00Z"))
    assert graph.cypher("MATCH (:Event)-[:HELD_AT]->(p) RETURN p.name").rows == [(other,)]
    assert graph.cypher("MATCH (c:Conflict) RETURN c.because").rows == [("person",)]


def test_a_reprint_is_no_second_voice(graph: Graph, load: Load) -> None:
    for name in ("wire", "daily"):
        one = source(name, text="They met, the same words everywhere.")
        load(Reading(one, tuple(meeting(one))))
    assert graph.cypher("MATCH (e:Event) RETURN e.sources").rows == [(1,)]
