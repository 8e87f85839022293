"""The RDF export end to end from each store, and the share of its time that it waits for the store.

Run: python -m tests.bench.rdf_stores [EVENTS] [--engine embedded|neo4j-5.26|neo4j-2026.05]

What is not writing is waiting: the same rows are also written from memory, and read without being written.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.load.run import Clock, Watcher, load
from kg.rdf.columns import Row, columns_of
from kg.rdf.cursors import open_pages
from kg.rdf.describe import Describer
from kg.rdf.dump import DEFAULT_BASE, dump, in_chunks
from kg.rdf.mapping import read_mapping
from kg.rdf.sorting import sorted_blocks
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.servers.real_engine import ENGINES, Servers, make_engine

T = TypeVar("T")
_MAPPING = read_mapping(DEFAULT_BASE)
_COLUMNS = columns_of(_MAPPING)


def main() -> None:
    """Print one line an engine."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("events", type=int, nargs="?", default=1_000)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    asked = parser.parse_args()
    servers = Servers()
    try:
        for name in asked.engine or ENGINES:
            with tempfile.TemporaryDirectory() as folder, make_engine(name, servers, Path(folder)).open() as opened:
                apply_schema(opened)
                clock = Clock("2025-01-01T00:00:00Z")
                readings = history(asked.events)
                load(readings, GraphStore(opened), tenure_reading, inputs=["made up"], clock=clock, watcher=Watcher())
                _measure(name, opened)
    finally:
        servers.close()


def _measure(name: str, opened: Engine) -> None:
    _read(opened)  # a server gets faster while it runs
    rows, reading = _timed(lambda: _read(opened))
    triples, whole = _timed(lambda: sum(chunk.count(b"\n") for chunk in dump(opened)))
    _, writing = _timed(lambda: _write(rows))
    print(
        f"{name:<16} {triples:>10,} triples   {triples / whole:>9,.0f} a second"
        f"   reading alone {triples / reading:>9,.0f}   writing alone {triples / writing:>9,.0f}"
        f"   waiting for the store {max(0.0, 1 - writing / whole):.0%}"
    )


def _read(opened: Engine) -> dict[str, list[list[Row]]]:
    with open_pages(opened, _COLUMNS, lambda _: None) as pages:
        return {label: list(several) for label, several in pages.items()}


def _write(rows: dict[str, list[list[Row]]]) -> int:
    describer = Describer(_MAPPING, DEFAULT_BASE, _COLUMNS)
    runs = [describer.runs(*pages) for pages in rows.items()]
    return sum(chunk.count(b"\n") for chunk in in_chunks(sorted_blocks(runs)))


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun


if __name__ == "__main__":
    main()
