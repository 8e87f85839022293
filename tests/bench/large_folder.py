"""A large graph in a folder, as a load has made it: what more costs, every named query, whether it is whole.

Run: KG_ENGINE_MEMORY=2g python -m tests.bench.large_folder FOLDER [--rounds N]   (0: no queries, and no check)

What it adds stays in the graph: rows of numbers that no history of a million has.

Make one: python -m tests.bench.coded_history 1000000 -o rows.tsv
          kg load rows.tsv --as gdelt-events --uri FOLDER
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import kg
from kg.graph import Graph
from kg.load.revise import By
from tests.bench.coded_history import coded_rows
from tests.bench.named_queries import print_queries
from tests.bench.scale import peak_memory
from tests.bench.synthetic import history, load_history

_COUNTED = ("Event", "Claim")
_ROWS, _UNUSED = 12_000, 50_000_000
"""Rows loaded to see what an event costs, and the number of the first: no history of a million reaches it."""
_SOURCES = 9
_BY = By("bench", "measured", "2026-01-01T00:00:00Z")


def main() -> None:
    """Print a line a step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="of the graph")
    parser.add_argument("--rounds", type=int, default=3, help="how often each named query is asked")
    asked = parser.parse_args()
    with kg.open(asked.folder, create=False) as graph:
        (events,), (claims,) = (graph.cypher(f"MATCH (n:{label}) RETURN count(n)").rows[0] for label in _COUNTED)
        print(f"{events:,} events, {claims:,} claims   peak memory {peak_memory():,} MB", flush=True)
        _print_event_costs(graph)
        _print_sources(graph)
        if asked.rounds == 0:
            return
        print_queries(graph.engine, "embedded", asked.rounds)
        begun = time.process_time()
        found = graph.verify()
        print(
            f"verified in {time.process_time() - begun:.0f} s of the processor: {found.claims:,} claims, "
            f"{len(found.faults)} faults   peak memory {peak_memory():,} MB",
            flush=True,
        )


def _print_event_costs(graph: Graph) -> None:
    """Load the same rows here and into a graph that is empty, and print what an event of them costs in each."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.tsv"
        rows.write_bytes(b"".join(coded_rows(_ROWS, first=_UNUSED)))
        with kg.open(Path(folder) / "empty") as empty:
            costs = [_event_cost(one, rows) for one in (empty, graph)]
    print(
        f"an event: {costs[1]:.2f} ms of the processor, in an empty graph {costs[0]:.2f}: "
        f"{costs[1] / costs[0]:.2f} times   peak memory {peak_memory():,} MB",
        flush=True,
    )


def _event_cost(graph: Graph, rows: Path) -> float:
    """Milliseconds of the processor for each event that these rows add."""
    before = _events(graph)
    took = _milliseconds(lambda _: graph.load(str(rows), loader="gdelt-events"), 0)
    return took / max(1, _events(graph) - before)


def _events(graph: Graph) -> int:
    return int(str(graph.cypher("MATCH (n:Event) RETURN count(n)").rows[0][0]))


def _print_sources(graph: Graph) -> None:
    """Load some sources that tell of an event each, withdraw them, and bring them back."""
    sources = [next(iter(history(1, first=number))).source.id for number in range(_SOURCES)]
    steps: dict[str, Callable[[int], object]] = {
        "one more source": lambda number: load_history(graph, 1, first=number),
        "its withdrawal": lambda number: graph.withdraw(sources[number], _BY),
        "its coming back": lambda number: graph.bring_back(sources[number], _BY),
    }
    for what, step in steps.items():
        costs = [_milliseconds(step, number) for number in range(_SOURCES)]
        print(f"{what:<16} {statistics.median(costs):7.1f} ms of the processor", flush=True)


def _milliseconds(step: Callable[[int], object], number: int) -> float:
    begun = time.process_time()
    step(number)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main()
