"""Promise 6. Two meetings in a week are two; a summit is one event with many sides; two readouts are one event."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Reading
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
