"""A load in a process of its own that says what was acknowledged, to be killed at any moment.

Run: python -m tests.load.loader_process EVENTS [SEED], with KG_URI and credentials in the environment.
"""

from __future__ import annotations

import os
import sys

from kg.graph import open_graph
from kg.load.report import LoadReport
from kg.load.run import BatchSize, Clock, Watcher, load
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history

SMALL = BatchSize(sources=40)
"""Small batches, so that there are many moments between them."""


def say_acknowledged(report: LoadReport) -> None:
    """Print how many sources the store has said it wrote."""
    print(report.written.get("Source", 0), flush=True)


def say_waiting(message: str) -> None:
    """Print what the store waits for."""
    print(f"waiting: {message}", file=sys.stderr, flush=True)


def main(events: int, seed: int) -> None:
    """Load a made-up history whole."""
    with open_graph(os.environ["KG_URI"], on_wait=say_waiting) as graph:
        apply_schema(graph.engine)
        load(
            history(events, seed), GraphStore(graph.engine), tenure_reading, inputs=["synthetic"],
            clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher(progress=say_acknowledged), batch_size=SMALL,
        )  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
