"""Promise 6. Two meetings in a week are two; a summit is one event with many sides; two readouts are one event."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Reading, Venue
from kg.vocabulary import countries
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_two_days_are_two_meetings_and_two_readouts_are_one(graph: Graph, load: Load) -> None:
    for name, day in (("a", "2025-02-18"), ("b", "2025-02-18"), ("c", "2025-02-21")):
        one = source(name)
        load(Reading(one, tuple(meeting(one, date=day))))
    assert graph.cypher("MATCH (e:Event) RETURN e.date, e.sources ORDER BY e.date").rows == [
        ("2025-02-18", 2), ("2025-02-21", 1),
    ]  # fmt: skip


def test_twenty_delegations_are_one_event(graph: Graph, load: Load) -> None:
    one, sides = source("summit"), tuple(sorted(countries())[:20])
    load(Reading(one, tuple(meeting(one, sides=sides, kind="summit"))))
    assert graph.cypher("MATCH (e:Event)<-[:TOOK_PART]-(s) RETURN count(DISTINCT e), count(s)").rows == [(1, 20)]


def test_a_plan_and_what_was_held_are_one_and_doubtful_pairs_are_asked_about(graph: Graph, load: Load) -> None:
    people = (("Sergey Lavrov", "RUS"), ("Marco Rubio", "USA"))
    told = [
        ("plan", {"date": "2025-02", "status": "planned"}, ("RUS", "USA")),
        ("readout", {"date": "2025-02-18"}, ("RUS", "USA")),
        ("host", {"date": "2025-02-18"}, ("RUS", "SAU", "USA")),
        ("later", {"date": "2025-02-21"}, ("RUS", "USA")),
    ]
    for name, said, sides in told:
        one = source(name, published="2025-02-10" if name == "plan" else "2025-02-21")
        venue = Venue("Riyadh", "Riyadh", "SAU") if name != "later" else Venue("Munich", "Munich", "DEU")
        load(Reading(one, tuple(meeting(one, *people, sides=sides, venue=venue, **said))))
    assert graph.cypher("MATCH (e:Event) RETURN e.date, e.status, e.sources ORDER BY e.date").rows == [
        ("2025-02-18", "held", 3), ("2025-02-21", "held", 1),
    ]  # fmt: skip
    ((event,),) = graph.cypher("MATCH (e:Event {sources: 3}) RETURN e.id").rows
    assert [row["status"] for row in graph.query("status-history", event=event)] == [
        "planned",
        "held",
        "held",
    ]
    vague = source("vague")
    load(Reading(vague, tuple(meeting(vague, date="2025-02"))))
    assert graph.cypher("MATCH (e:Event) RETURN count(e)").rows == [(3,)], "nothing doubtful is merged"
    doubts = [doubt for doubt in graph.candidates("event") if doubt.score >= 0.6]
    assert len(doubts) == 1, "with the meeting of the same two; the other had a third side"
    assert all(any(part.startswith("one date inside the other") for part in doubt.parts) for doubt in doubts)
