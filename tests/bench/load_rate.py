"""How fast a load writes, beside the bare driver writing the same nodes and relationships with plain UNWIND.

Run: python -m tests.bench.load_rate [EVENTS] [--rounds N] [--engine embedded|neo4j-5.26|neo4j-2026.05]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

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


class Took(NamedTuple):
    """Seconds by the clock, and of the processor: this process, and with it an embedded engine."""

    clock: float
    processor: float


class Measured(NamedTuple):
    """Rows written, and the medians of both; a ratio of 1 is as fast as the driver."""

    rows: int
    load: Took
    bare: Took

    @property
    def ratio(self) -> Took:
        """What the bare driver takes of the time of a load."""
        return Took(self.bare.clock / self.load.clock, self.bare.processor / self.load.processor)


def measure(name: str, events: int, rounds: int, servers: Servers) -> Measured:
    """Let both write in turns, each into an empty graph, so that both have a server that has run as long."""
    ours, bare = [], []
    for _ in range(rounds):
        took, batches = _load(name, events, servers)
        ours.append(took)
        statements = list(_plain(batches))
        bare.append(_write_plainly(name, statements, servers))
    return Measured(sum(len(part) for _, part in statements), _median(ours), _median(bare))


def _median(several: list[Took]) -> Took:
    return Took(*(statistics.median(times) for times in zip(*several, strict=True)))


@contextmanager
def _timed() -> Iterator[list[Took]]:
    """Time what is done inside; the time is in the list afterwards."""
    took: list[Took] = []
    clock, processor = time.perf_counter(), time.process_time()
    yield took
    took.append(Took(time.perf_counter() - clock, time.process_time() - processor))


def _load(name: str, events: int, servers: Servers) -> tuple[Took, list[Batch]]:
    readings = list(history(events))
    with tempfile.TemporaryDirectory() as folder, make_engine(name, servers, Path(folder)).open() as opened:
        apply_schema(opened)
        store = _Recording(opened)
        store.batches = []
        with _timed() as took:
            load(readings, store, tenure_reading, inputs=["synthetic"], clock=Clock(_NOW), watcher=Watcher())
        return took[0], store.batches


def _write_plainly(name: str, statements: list[tuple[str, list[Row]]], servers: Servers) -> Took:
    with tempfile.TemporaryDirectory() as folder, make_engine(name, servers, Path(folder)).open() as opened:
        apply_schema(opened)
        with _timed() as took:
            for text, part in statements:
                opened.write(partial(_run, text=text, rows=part))
        return took[0]


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
            rows, ratio = found.rows, found.ratio
            print(
                f"{name:<16} {rows:>9,} rows   load {rows / found.load.clock:>8,.0f} rows/s   "
                f"bare driver {rows / found.bare.clock:>8,.0f} rows/s   ratio {ratio.clock:.2f} (aim 0.80), "
                f"by processor {ratio.processor:.2f}",
                flush=True,
            )
    finally:
        servers.close()


if __name__ == "__main__":
    main()
