"""Promise 12. The same query text gives the same rows on Neo4j and on the embedded engine.

Every named query is run on every engine in tests/queries/test_golden.py; here one, and Cypher of a user's own.
"""

from __future__ import annotations

from pathlib import Path

from kg.graph import Graph
from tests.bench.synthetic import history
from tests.promises.conftest import NOW
from tests.servers.real_engine import ONE_NEO4J, Servers, make_engine

TEXT = (
    "MATCH (s:Country)-[:TOOK_PART]->(e:Contact) "
    "RETURN s.iso3 AS side, count(e) AS n, min(e.earliest) AS first ORDER BY side"
)


@ONE_NEO4J
def test_the_rows_are_the_same(servers: Servers, tmp_path: Path, line: str) -> None:
    from kg.load.run import Clock, Watcher

    found = []
    for name in ("embedded", f"neo4j-{line}"):
        with make_engine(name, servers, tmp_path).open() as engine:
            graph = Graph(engine, remote=False)
            graph.load_readings(history(60), inputs=["made up"], clock=Clock(NOW), watcher=Watcher())
            found.append((list(graph.query("pairs").rows), graph.cypher(TEXT).rows))
    assert found[0] == found[1]
