"""What an event, and one more source, cost in Neo4j graphs of several sizes, each made by a first load by files.

Run: python -m tests.bench.event_cost [EVENTS ...]

The processor's time of this process and of the server is printed: on a machine that others use, no clock can be
compared. A server compiles while it is first used: only the last of several parts of the same size counts.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.analysis.tables import import_script
from kg.graph import Graph
from kg.load.offline.run import load_offline
from kg.load.run import Clock, Watcher
from loaders.reference import tenure_reading
from tests.bench.imported import imported
from tests.bench.synthetic import NOW, history, load_history
from tests.servers.neo4j_server import Neo4jServer

_PART, _PARTS, _SOURCES = 500, 6, 15


class Cost(NamedTuple):
    """Milliseconds of the processor: of the client, and of the server."""

    client: float
    server: float

    def __str__(self) -> str:
        return f"{self.client:6.2f} + {self.server:6.2f} ms"


def main() -> None:
    """Print a line a size, and how many times as much the largest costs as the smallest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="*", default=[10_000, 100_000])
    found = []
    for size in sorted(parser.parse_args().events):
        with tempfile.TemporaryDirectory() as folder:
            found.append(_cost(size, Path(folder)))
        print(f"{size:>9,} events   an event {found[-1][0]}   one more source {found[-1][1]}", flush=True)
    pairs = zip(("an event", "one more source"), found[0], found[-1], strict=True)
    grown = [f"{what} {sum(after) / sum(before):.2f} times" for what, before, after in pairs]
    print(f"the largest beside the smallest: {', '.join(grown)} (aim 1.30)")


def _cost(size: int, folder: Path) -> tuple[Cost, Cost]:
    """Make the graph but for its last events, load these, and then a few events one by one."""
    before = size - _PART * _PARTS
    load_offline(history(before), folder, tenure_reading, inputs=["x"], clock=Clock(NOW), watcher=Watcher())
    (folder / "import.sh").write_bytes(import_script(sorted(file.name for file in folder.glob("*.csv"))))
    with imported(folder) as made:
        graph = Graph(made.engine, remote=False)
        for part in range(_PARTS):
            first = before + part * _PART
            event = _processor(made.server, partial(load_history, graph, _PART, first=first), _PART)
        one = [_processor(made.server, partial(load_history, graph, 1, first=size + n), 1) for n in range(_SOURCES)]
    return event, Cost(*(statistics.median(times) for times in zip(*one, strict=True)))


def _processor(server: Neo4jServer, work: Callable[[], object], among: int) -> Cost:
    client, there = time.process_time(), server.processor()
    work()
    return Cost(*(seconds * 1000 / among for seconds in (time.process_time() - client, server.processor() - there)))


if __name__ == "__main__":
    main()
