"""The command from a cold shell, beside ``python -c pass`` (aims: query under 0.8 s, help under 0.2 s)."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from tests.bench.synthetic import history

_ROUNDS = 7
_KG = "from kg.cli import main; main()"


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        uri = str(Path(folder) / "graph")
        with open_graph(uri) as graph:
            clock = Clock("2025-01-01T00:00:00Z")
            graph.load_readings(history(200), inputs=["synthetic"], clock=clock, watcher=Watcher())
        query = ["query", "contacts", "--a", "Afghanistan", "--b", "Albania", "--uri", uri]
        for name, command in {
            "python -c pass": ["-c", "pass"],
            "kg --help": ["-c", _KG, "--help"],
            "kg query contacts": ["-c", _KG, *query],
        }.items():
            print(f"{name:<20} {_median([sys.executable, *command]):.3f} s")


def _median(command: list[str]) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
