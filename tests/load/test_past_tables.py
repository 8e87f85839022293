"""Tables of the graph have its past too: what neo4j-admin reads back answers questions about a moment."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import kg
from kg.analysis.tables import graph_tables
from kg.load.run import Clock, Watcher
from kg.model import Reading, Venue
from tests.consolidate.build import meeting, source


def test_every_version_is_in_the_tables_with_all_it_was_joined_to(tmp_path: Path) -> None:
    with kg.open(str(tmp_path / "graph")) as graph:
        one = source("a")
        for day, city in ((1, "Riyadh"), (2, "Jeddah")):
            reading = Reading(one, tuple(meeting(one, ("Sergey Lavrov", "RUS"), venue=Venue(city, city, "SAU"))))
            clock = Clock(f"2025-03-0{day}T00:00:00Z")
            graph.load_readings([reading], inputs=["x"], clock=clock, watcher=Watcher())
        rows = {table.name: list(table.rows) for table in graph_tables(graph.engine)}
        tables = Counter({name: len(found) for name, found in rows.items() if "Past" in name and found})
        stored = graph.cypher("MATCH (a)-[r]->(b) WHERE type(r) STARTS WITH 'PAST_' RETURN count(r)").rows[0][0]
    assert sum(count for name, count in tables.items() if name.startswith("relationships")) == stored
    assert {name for name in tables if name.startswith("nodes")} == {
        "nodes-PastEvent", "nodes-PastParticipant", "nodes-PastPlace",
    }  # fmt: skip
    keys = {row[0] for name, found in rows.items() if name.startswith("nodes-") for row in found}
    joined = [row for name, found in rows.items() if name.startswith("relationships-PAST_") for row in found]
    assert all(row[0] in keys and row[1] in keys for row in joined)
