"""Promise 4. Both claims stay and one conflict says so; a person may decide; a reprint is no second source."""

from __future__ import annotations

from kg.graph import Graph
from kg.load.revise import By
from kg.model import Participant, Reading, Venue
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


def test_each_kind_of_disagreement_is_one_conflict_that_can_be_listed(graph: Graph, load: Load) -> None:
    people = [Participant(capacity="officials", side="USA", count=count) for count in (3, 5)]
    told = (
        (source("a", kind="readout"), people[0], {"venue": Venue("Riyadh", "Riyadh", "SAU")}),
        (
            source("b", published="2025-02-19"),
            people[1],
            {"venue": Venue("Jeddah", "Jeddah", "SAU"), "status": "cancelled"},
        ),
    )
    for one, person, more in told:
        load(Reading(one, tuple(meeting(one, person, **more))))
    found = {str(row["attribute"]): row for row in graph.query("conflicts")}
    assert {name: row["because"] for name, row in found.items()} == {
        "participant": "none", "status": "held", "venue": "standing",
    }  # fmt: skip
    assert found["status"]["shown"] == "held"
    assert len(graph.query("conflicts", attribute="venue", decided="no")) == 1
    claims = found["venue"]["claims"]
    assert isinstance(claims, list)
    graph.rank(claims[0], By("ann", "the protocol", "2025-03-02T00:00:00Z"))
    assert [row["attribute"] for row in graph.query("conflicts", decided="yes")] == ["venue"]
    assert len(graph.query("conflicts", decided="yes", known_by="2025-03-01")) == 0
    assert len(graph.query("conflicts", kind="values", since="2025-03")) == 0
    assert len(graph.query("conflicts", country="France")) == 0
