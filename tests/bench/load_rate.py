"""How fast a load writes, beside the bare driver writing the same nodes and relationships with plain UNWIND.

Run: python -m tests.bench.load_rate [EVENTS] [--rounds N] [--engine embedded|neo4j-5.26|neo4j-2026.05]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from neo4j import ManagedTransaction

from kg.load.run import Clock, Watcher, load
from kg.store.batch import Batch, EdgeShape, Row
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.servers.real_engine import ENGINES, Servers, make_engine

_WARM_UP = 300
_NOW = "2025-01-01T00:00:00Z"


class _Recording(GraphStore):
    """A store that keeps the batches it writes."""

    batches: list[Batch]

    def write(self, batch: Batch, now: str) -> dict[str, int]:
        self.batches.append(batch)
        return dict(super().write(batch, now))


def measure(name: str, events: int, rounds: int, servers: Servers) -> dict[str, float]:
    """Return rows, median seconds of the load and of the bare driver, and the ratio (1 is as fast as the driver).

    Both write in turns, each into an empty graph, so that both have a server that has run as long.
    """
    ours, bare = [], []
    for _ in range(rounds):
        seconds, batches = _load(name, events, servers)
        ours.append(seconds)
        statements = list(_plain(batches))
        bare.append(_write_plainly(name, statements, servers))
    rows, load_s, bare_s = sum(len(part) for _, part in statements), statistics.median(ours), statistics.median(bare)
    return {"rows": rows, "load_rows_s": rows / load_s, "bare_rows_s": rows / bare_s, "ratio": bare_s / load_s}


def _load(name: str, events: int, servers: Servers) -> tuple[float, list[Batch]]:
    readings = list(history(events))
    with tempfile.TemporaryDirectory() as folder, make_engine(name, servers, Path(folder)).open() as opened:
        apply_schema(opened)
        store = _Recording(opened)
        store.batches = []
        start = time.perf_counter()
        load(readings, store, tenure_reading, inputs=["synthetic"], clock=Clock(_NOW), watcher=Watcher())
        return time.perf_counter() - start, store.batches


def _write_plainly(name: str, statements: list[tuple[str, list[Row]]], servers: Servers) -> float:
    with tempfile.TemporaryDirectory() as folder, make_engine(name, servers, Path(folder)).open() as opened:
        apply_schema(opened)
        start = time.perf_counter()
        for text, part in statements:
            opened.write(partial(_run, text=text, rows=part))
        return time.perf_counter() - start


def _run(transaction: ManagedTransaction, text: str, rows: list[Row]) -> None:
    transaction.run(text, {"rows": rows}).consume()


def _plain(batches: list[Batch]) -> Iterator[tuple[str, list[Row]]]:
    """What a good script would send: UNWIND with MERGE for nodes, MATCH and CREATE for relationships."""
    nodes: dict[tuple[str, ...], dict[str, Row]] = {}
    edges: dict[EdgeShape, dict[tuple[str, str], Row]] = {}
    for batch in batches:
        _forget(batch.dropped_events, nodes, edges)
        for label, rows in batch.nodes.items():
            nodes.setdefault((label,), {}).update(rows)
        for labels, rows in batch.new_nodes.items():
            nodes.setdefault(labels, {}).update(rows)
        for shape, found in (*batch.edges.items(), *batch.shared_edges.items()):
            edges.setdefault(shape, {}).update(found)
    for labels, rows in nodes.items():
        verb = f"MERGE (n:{labels[0]} {{id: r.id}})" if len(labels) == 1 else f"CREATE (n:{':'.join(labels)})"
        yield from ((f"UNWIND $rows AS r {verb} SET n = r.p", part) for part in _parts(list(rows.values()), 10_000))
    for shape, found in edges.items():
        text = (
            f"UNWIND $rows AS r MATCH (a:{shape.start} {{id: r.a}}) MATCH (b:{shape.end} {{id: r.b}}) "
            f"CREATE (a)-[e:{shape.type}]->(b) SET e += r.p"
        )
        yield from ((text, part) for part in _parts(list(found.values()), 5_000))


def _forget(
    events: list[str], nodes: dict[tuple[str, ...], dict[str, Row]], edges: dict[EdgeShape, dict[tuple[str, str], Row]]
) -> None:
    gone = set(events)
    if not gone:
        return
    for labels, rows in nodes.items():
        if labels[0] == "Event":
            nodes[labels] = {key: row for key, row in rows.items() if key not in gone}
    for shape, found in edges.items():
        if "Event" in (shape.start, shape.end):
            edges[shape] = {ends: row for ends, row in found.items() if not gone & set(ends)}


def _parts(rows: list[Row], size: int) -> Iterator[list[Row]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def main() -> None:
    """Print one line an engine."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    arguments = parser.parse_args()
    servers = Servers()
    try:
        for name in arguments.engine or ENGINES:
            measure(name, _WARM_UP, 1, servers)  # a server gets faster while it runs
            found = measure(name, arguments.events, arguments.rounds, servers)
            print(
                f"{name:<16} {found['rows']:>9,.0f} rows   load {found['load_rows_s']:>8,.0f} rows/s   "
                f"bare driver {found['bare_rows_s']:>8,.0f} rows/s   ratio {found['ratio']:.2f} (aim 0.80)"
            )
    finally:
        servers.close()


if __name__ == "__main__":
    main()
