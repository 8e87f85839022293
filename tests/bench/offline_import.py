"""A first load by files: the tables, made without an engine, and neo4j-admin's import of them.

Run: python -m tests.bench.offline_import [EVENTS] [--jobs N] [--tables FOLDER]

With ``--tables`` they are left there, and nothing is imported.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.analysis.tables import import_script
from kg.load.offline.run import load_offline
from kg.load.run import Clock, Watcher
from loaders.processes import map_apart
from loaders.reference import tenure_reading
from tests.bench.imported import imported
from tests.bench.synthetic import NOW, history


class Made(NamedTuple):
    """What making the tables took: seconds by the clock, of all processors, and the most memory of one process."""

    rows: int
    clock: float
    processor: float
    peak: int


def main() -> None:
    """Print the cost of an event, the memory, the seconds of each step and the records a second."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=1_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--tables", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tables = asked.tables or Path(folder) / "tables"
        made = _make(asked.events, tables, asked.jobs)
        size = sum(file.stat().st_size for file in tables.glob("*.csv"))
        print(
            f"{asked.events:,} events, {made.rows:,} rows: tables {made.clock:.1f} s, "
            f"{made.processor / asked.events * 1000:.2f} ms of a processor an event, peak memory {made.peak:,} MB, "
            f"{size / asked.events / 1000:.1f} kB an event",
            flush=True,
        )
        if asked.tables is None:
            with imported(tables) as graph:
                rate = made.rows / graph.importing
                print(f"import {graph.importing:.1f} s, {rate:,.0f} rows a second; indexes {graph.indexing:.1f} s")


def _make(events: int, tables: Path, jobs: int) -> Made:
    mapping = map if jobs == 1 else partial(map_apart, jobs=jobs)
    tables.mkdir(parents=True)
    clock, processor = time.perf_counter(), _processor()
    report = load_offline(
        history(events), tables, tenure_reading, inputs=["synthetic"], clock=Clock(NOW), watcher=Watcher(),
        mapping=mapping,
    )  # fmt: skip
    took = time.perf_counter() - clock, _processor() - processor
    (tables / "import.sh").write_bytes(import_script(sorted(file.name for file in tables.glob("*.csv"))))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    return Made(sum(report.written.values()), *took, peak)


def _processor() -> float:
    """Seconds of this process and of those that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
