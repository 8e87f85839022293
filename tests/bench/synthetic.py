"""Made-up but realistic histories: readings of made-up articles about made-up meetings, the same for the same seed.

Few pairs of countries make most contacts; officials hold an office for some years; an event has one to four sources, of
which some are reprints, some give another day, place or spelling, some only the month; some events were announced
before they were held, some never were.

Load one: python -m tests.bench.synthetic --events 10000 --uri graph
Write one as JSON lines, a source a line: python -m tests.bench.synthetic --events 10000 -o history.jsonl
In a program: ``graph.load_readings(history(10_000), ...)``, or ``load_history(graph, 10_000)``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.model import Reading
from tests.bench.synthetic_voices import tellings
from tests.bench.synthetic_world import happening

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.load.report import LoadReport

NOW = "2025-06-01T00:00:00Z"


def history(events: int, seed: int = 1, first: int = 0) -> Iterator[Reading]:
    """Yield the readings of that many events, event by event, in constant memory.

    Each event is a function of the seed and its number: ``first`` begins later, and gives the same events as a longer
    history has there.
    """
    for number in range(first, first + events):
        chance = random.Random(f"{seed} {number}")
        yield from tellings(chance, happening(chance, number))


def load_history(graph: Graph, events: int, seed: int = 1, first: int = 0) -> LoadReport:
    """Load a history into an open graph."""
    from kg.load.run import Clock, Watcher

    found = history(events, seed, first)
    return graph.load_readings(found, inputs=["synthetic"], clock=Clock(NOW), watcher=Watcher())


def main() -> None:
    """Load a history, or write it as JSON lines."""
    parser = argparse.ArgumentParser(description="Make up a history.")
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--uri", help="a folder, or bolt://... with credentials in the environment")
    target.add_argument("-o", "--output", type=Path, help="a file for JSON lines")
    asked = parser.parse_args()
    if asked.output:
        with asked.output.open("wb") as file:
            for reading in history(asked.events, asked.seed):
                file.write(msgspec.json.encode(reading) + b"\n")
        return
    from kg.graph import open_graph

    with open_graph(asked.uri, on_wait=lambda line: print(line, file=sys.stderr)) as graph:
        print("\n".join(load_history(graph, asked.events, asked.seed).lines()))


if __name__ == "__main__":
    main()
