"""How fast a load writes, beside the bare driver writing the same nodes and relationships with plain UNWIND.

The bare driver is given the graph that a load made, read back, and what it wrote is counted. Both take turns, and so
does who goes first, on a server that has compiled what both make it do.

Run: python -m tests.bench.load_rate [EVENTS] [--rounds N] [--engine embedded|neo4j-5.26|neo4j-2026.05]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from neo4j import ManagedTransaction

from kg.blueprint import graph_schema
from kg.load.run import Clock, Watcher, load
from kg.store.batch import EdgeShape, Labels, Row
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.servers.real_engine import ENGINES, RealEngine, Servers, make_engine

_WARM_UP = 2
"""Turns of both before any counts: a Java server compiles for minutes, on the processors that both sides need."""
_NOW = "2025-01-01T00:00:00Z"
_NODES = "MATCH (n) WHERE NOT n:Graph RETURN labels(n), properties(n)"
_EDGES = "MATCH (a)-[r]->(b) RETURN type(r), labels(a), labels(b), a.id, b.id, properties(r)"

Statements: TypeAlias = list[tuple[str, list[Row]]]


class Took(NamedTuple):
    """Seconds by the clock, and of the processor: this process with an embedded engine, or with the server."""

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
    """Let both write in turns, each into an empty graph."""
    ours, bare = list[Took](), list[Took]()
    _, statements = _load(name, events, servers)
    for turn in range(_WARM_UP + rounds):
        if turn % 2:
            ours.append(_load(name, events, servers)[0])
        bare.append(_write_plainly(name, statements, servers))
        if not turn % 2:
            ours.append(_load(name, events, servers)[0])
    rows = sum(len(part) for _, part in statements)
    return Measured(rows, _median(ours[_WARM_UP:]), _median(bare[_WARM_UP:]))


def _median(several: list[Took]) -> Took:
    return Took(*(statistics.median(times) for times in zip(*several, strict=True)))


@contextmanager
def _timed(real: RealEngine) -> Iterator[list[Took]]:
    """Time what is done inside; the time is in the list afterwards."""
    took: list[Took] = []
    clock, processor = time.perf_counter(), _processor(real)
    yield took
    took.append(Took(time.perf_counter() - clock, _processor(real) - processor))


def _processor(real: RealEngine) -> float:
    return time.process_time() + (real.server.processor() if real.server else 0.0)


def _load(name: str, events: int, servers: Servers) -> tuple[Took, Statements]:
    readings = list(history(events))
    with tempfile.TemporaryDirectory() as folder:
        real = make_engine(name, servers, Path(folder))
        with real.open() as opened:
            apply_schema(opened)
            store = GraphStore(opened)
            with _timed(real) as took:
                load(readings, store, tenure_reading, inputs=["synthetic"], clock=Clock(_NOW), watcher=Watcher())
            return took[0], list(_plain(opened))


def _write_plainly(name: str, statements: Statements, servers: Servers) -> Took:
    with tempfile.TemporaryDirectory() as folder:
        real = make_engine(name, servers, Path(folder))
        with real.open() as opened:
            apply_schema(opened)
            with _timed(real) as took:
                for text, part in statements:
                    opened.write(partial(_run, text=text, rows=part))
            if _sizes(opened) != _sizes_of(statements):
                raise RuntimeError("the bare driver did not write what the load did")
            return took[0]


def _run(transaction: ManagedTransaction, text: str, rows: list[Row]) -> None:
    transaction.run(text, {"rows": rows}).consume()


def _plain(engine: Engine) -> Iterator[tuple[str, list[Row]]]:
    """What a good script would send to make this graph: UNWIND with MERGE for nodes, MATCH and CREATE for the rest."""
    nodes: dict[Labels, list[Row]] = defaultdict(list)
    edges: dict[EdgeShape, list[Row]] = defaultdict(list)
    for labels, properties in engine.stream(_NODES):
        nodes[_unique_first(labels)].append({"id": properties["id"], "p": properties})
    for kind, start, end, a, b, properties in engine.stream(_EDGES):
        shape = EdgeShape(kind, _unique_first(start)[0], _unique_first(end)[0])
        edges[shape].append({"a": a, "b": b, "p": properties})
    for labels, rows in nodes.items():
        verb = f"MERGE (n:{labels[0]} {{id: r.id}})" if len(labels) == 1 else f"CREATE (n:{':'.join(labels)})"
        yield from ((f"UNWIND $rows AS r {verb} SET n = r.p", part) for part in _parts(rows, 10_000))
    for shape, rows in edges.items():
        text = (
            f"UNWIND $rows AS r MATCH (a:{shape.start} {{id: r.a}}) MATCH (b:{shape.end} {{id: r.b}}) "
            f"CREATE (a)-[e:{shape.type}]->(b) SET e += r.p"
        )
        yield from ((text, part) for part in _parts(rows, 5_000))


def _unique_first(labels: list[str]) -> Labels:
    """The label that is unique by id, then the second labels."""
    return tuple(sorted(labels, key=lambda label: (label not in graph_schema().labels, label)))


def _parts(rows: list[Row], size: int) -> Iterator[list[Row]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _sizes(engine: Engine) -> tuple[int, int]:
    """How many nodes and relationships there are, but for the graph's own record."""
    nodes = engine.read("MATCH (n) WHERE NOT n:Graph RETURN count(n)").rows[0][0]
    return nodes, engine.read("MATCH ()-[r]->() RETURN count(r)").rows[0][0]


def _sizes_of(statements: Statements) -> tuple[int, int]:
    edges = sum(len(part) for text, part in statements if "MATCH" in text)
    return sum(len(part) for _, part in statements) - edges, edges


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
