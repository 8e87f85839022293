"""What grows with the graph and what must not: the cost of an event, one more source, memory, every named query.

Run: python -m tests.bench.scale [--events 10000 100000 ...] [--engine embedded|neo4j-5.26|neo4j-2026.05] [--rounds N]

One graph grows from size to size. At each, the last part is timed by itself, and one more source is read into it; what
both cost in the largest graph stands beside what they cost in the smallest. At the end every named query is run with
its example, beside the same Cypher sent by hand. Processor time is printed beside that of the clock: on a machine that
others use, only the first can be compared. It is that of this process, and with it of an embedded engine; not a
server's.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.graph import Graph
from tests.bench.named_queries import print_queries
from tests.bench.synthetic import load_history
from tests.servers.real_engine import ENGINES, Servers, make_engine

_LAST = 1_000
"""Events of the part that is timed."""
_SOURCES = 5


def main() -> None:
    """Print the figures, engine by engine."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    servers = Servers()
    try:
        for name in asked.engine or ENGINES[:2]:
            with tempfile.TemporaryDirectory() as folder:
                _measure(name, sorted(asked.events), asked.rounds, servers, Path(folder))
    finally:
        servers.close()


def _measure(name: str, sizes: list[int], rounds: int, servers: Servers, folder: Path) -> None:
    with make_engine(name, servers, folder).open() as engine:
        graph = Graph(engine, remote=False)
        there = 0
        costs: list[tuple[Took, Took]] = []
        for size in sizes:
            load_history(graph, max(0, size - _LAST - there), first=there)
            last = min(_LAST, size)
            event = _timed(partial(load_history, graph, last, first=size - last)).shared(last)
            one = [_timed(partial(load_history, graph, 1, first=size + n)) for n in range(_SOURCES)]
            there = size + _SOURCES
            costs.append((event, sorted(one)[len(one) // 2]))
            print(
                f"{name:<12} {size:>9,} events   an event {costs[-1][0]}   one more source {costs[-1][1]}   "
                f"peak memory {peak_memory():,} MB",
                flush=True,
            )
        _print_growth(name, sizes, costs)
        print_queries(engine, name, rounds)


class Took(NamedTuple):
    """Seconds by the clock, and of the processor."""

    clock: float
    processor: float

    def shared(self, among: int) -> Took:
        """Return what each of so many took."""
        return Took(self.clock / among, self.processor / among)

    def __str__(self) -> str:
        return f"{self.processor * 1000:7.2f} ms ({self.clock * 1000:.2f} by the clock)"


def _print_growth(name: str, sizes: list[int], costs: list[tuple[Took, Took]]) -> None:
    """What an event and one more source cost in the largest graph, beside the smallest."""
    if len(sizes) < 2:
        return
    pairs = zip(("an event", "one more source"), costs[0], costs[-1], strict=True)
    shown = [f"{what} {after.processor / before.processor:.2f} times ({after.clock / before.clock:.2f} by the clock)"
             for what, before, after in pairs]  # fmt: skip
    print(f"{name:<12} at {sizes[-1]:,} beside {sizes[0]:,} events: {', '.join(shown)} (aim 1.30)", flush=True)


def _timed(work: Callable[[], object]) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - wall, time.process_time() - cpu)


def peak_memory() -> int:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
