"""How much quicker two processes read a long table than one: the medians of some turns that alternate.

By the clock, which counts where nothing else runs; and by the processor: what it did for one process over a share of
what it did for all, which is the most that the clock could show on as many cores.

Run: python -m tests.bench.processes [--rows N] [--only NAME] [--jobs 2] [--turns 3]

The files are those of tests/bench/loaders.py. A process takes a sixth of a second to begin, so the tables are long.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from loaders.contract import ReadOptions
from loaders.reading import read_in_pieces
from loaders.texts import read_texts_with

_NAMES = ("gdelt-events", "icews")
_ROWS = 2_000_000
_TURNS = 3
_AIM = 1.7
_PARTS = (0, "here"), (1, "here"), (1, "others")
"""What the processor did for one process, and for many: in the first of them, and in the others."""


def read_in(jobs: int, name: str, file: str) -> dict[str, float]:
    """Read a file in so many processes: the seconds that passed, and the processor's, here and in the others."""
    start, own = time.perf_counter(), time.process_time()
    for _ in read_texts_with("rules", read_in_pieces([file], ReadOptions(), loader=name), jobs=jobs):
        pass
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "passed": time.perf_counter() - start, "here": time.process_time() - own,
        "others": others.ru_utime + others.ru_stime,
    }  # fmt: skip


def measure(name: str, rows: int, jobs: int, turns: int) -> str:
    """Return one line on so many processes against one."""
    from tests.bench.loaders import make_file  # not by the processes that read: it takes a while

    with tempfile.TemporaryDirectory() as folder:
        file, _, _ = make_file(name, rows, Path(folder))
        took = [[_in_a_process(n, name, file) for n in (1, jobs)] for _ in range(turns)]
    one, here, others = (median(turn[at][key] for turn in took) for at, key in _PARTS)
    quicker = median(one["passed"] / many["passed"] for one, many in took)
    line = f"{name:<16} {rows:>10,} rows  {jobs} processes against one: {quicker:.2f} times as quick by the clock, "
    line += f"{jobs * one / (here + others):.2f} by the processor (aim {_AIM}; "
    return f"{line}{one:.1f} s for one, {here:.1f} s + {others:.1f} s for {jobs})"


def _in_a_process(jobs: int, name: str, file: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.processes", "--read-in", str(jobs), name, str(file)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def main() -> None:
    """Print one line a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=_ROWS)
    parser.add_argument("--only", choices=_NAMES, action="append")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--turns", type=int, default=_TURNS)
    parser.add_argument("--read-in", nargs=3, metavar=("JOBS", "NAME", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read_in:
        jobs, name, file = given.read_in
        print(json.dumps(read_in(int(jobs), name, file)))
        return
    for name in given.only or _NAMES:
        print(measure(name, given.rows, given.jobs, given.turns), flush=True)


if __name__ == "__main__":
    main()
