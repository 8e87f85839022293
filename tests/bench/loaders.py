"""How fast each loader reads, and in how much memory, beside pyarrow or polars reading the same file and doing nothing.

Seconds are those of the processor in one thread, so that what else runs on the machine counts for little.

Run: python -m tests.bench.loaders [--rows N] [--only NAME] [--against pyarrow|polars] [--jobs 2]

The files are the rows of the real samples (../shared/samples) and made-up rows where there is none, over and over, with
numbers of their own, up to N rows. Each loader reads in a process of its own; memory is the most that process held more
than at its start. The ratio is rows a second over rows a second of the table reader in one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from loaders.contract import ReadOptions
from loaders.reading import read_all, read_in_pieces
from loaders.texts import read_texts_with
from tests.loaders.datasets.inputs import LOADERS, sample_of

SHARED = Path(__file__).resolve().parents[3] / "shared"
_ROWS = 100_000
_JSON = {"leaders-json", "wikidata", "ftm", "sparql-json"}
_AIM = 0.3
_UPDATE = "\t20191024143000\t"
"""When the rows of the sample of GDELT events were added: the next round of them is of the next day."""


def make_file(name: str, rows: int, folder: Path) -> tuple[Path, ReadOptions, int]:
    """Write the rows of the sample up to so many; return the file, what is said beside it, and how many there are."""
    sample = sample_of(name, SHARED, folder)
    lines = sample.file.read_text(encoding="utf-8", errors="replace").splitlines()
    header = [] if name.startswith("gdelt") else lines[:1]
    body = lines[len(header) :]
    target = folder / f"long-{sample.file.name}"
    if name in ("leaders-json", "sparql-json", "wikidata"):
        return sample.file, sample.options, len(body)
    with target.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in header)
        file.writelines(f"{line}\n" for line in _numbered(body, rows, "\t" if name.startswith("gdelt") else ""))
    return target, sample.options, rows


def _numbered(lines: list[str], rows: int, tab: str) -> Iterator[str]:
    """The lines over and over; where the first cell is a number it is another each time round, and so is the update."""
    for number in range(rows):
        line = lines[number % len(lines)].replace(_UPDATE, _later(number // len(lines)))
        first, mark, rest = line.partition(tab) if tab else ("", "", "")
        yield f"{int(first) + number:09}{mark}{rest}" if first.isdecimal() and number >= len(lines) else line


def _later(rounds: int) -> str:
    return f"\t{date(2019, 10, 24) + timedelta(days=rounds):%Y%m%d}143000\t"


def read(name: str, file: str, options: ReadOptions) -> dict[str, float]:
    """Read a file and keep nothing: seconds, and the most memory in MB more than at the start."""
    before, start = _memory(), time.process_time()
    for _ in read_all([file], options, loader=name):
        pass
    return {"seconds": time.process_time() - start, "mb": _memory() - before}


def read_in(jobs: int, name: str, file: str, options: ReadOptions) -> dict[str, float]:
    """Read a file in so many processes: the seconds that passed, and the processor's, here and in the others."""
    start, own = time.perf_counter(), time.process_time()
    for _ in read_texts_with("rules", read_in_pieces([file], options, loader=name), jobs=jobs):
        pass
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "passed": time.perf_counter() - start, "here": time.process_time() - own,
        "others": others.ru_utime + others.ru_stime,
    }  # fmt: skip


def read_plainly(file: str, delimiter: str, against: str) -> float:
    """Return the seconds in which the table reader has all cells as text, in one thread."""
    plain = _polars if against == "polars" else _arrow_json if delimiter == "{" else _arrow
    return plain(file, delimiter)


def _polars(file: str, delimiter: str) -> float:
    import polars

    start = time.process_time()
    polars.read_csv(file, separator=delimiter, has_header=False, infer_schema=False, quote_char=None,
                    truncate_ragged_lines=True, encoding="utf8-lossy")  # fmt: skip
    return time.process_time() - start


def _arrow(file: str, delimiter: str) -> float:
    from pyarrow import csv

    parse = csv.ParseOptions(delimiter=delimiter, quote_char=False, invalid_row_handler=lambda _row: "skip")
    whole = csv.ReadOptions(use_threads=False, autogenerate_column_names=True)
    start = time.process_time()
    csv.read_csv(file, read_options=whole, parse_options=parse)
    return time.process_time() - start


def _arrow_json(file: str, _delimiter: str) -> float:
    from pyarrow import json as arrow_json

    start = time.process_time()
    arrow_json.read_json(file, read_options=arrow_json.ReadOptions(use_threads=False, block_size=2**24))
    return time.process_time() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_a_process(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.loaders", *arguments]
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(name: str, rows: int, against: str) -> str:
    """Return one line on one loader."""
    with tempfile.TemporaryDirectory() as folder:
        file, options, count = make_file(name, rows, Path(folder))
        beside = [word for one in options.beside for word in ("--beside", one)]
        ours = _in_a_process("--read", name, str(file), "--mapping", options.mapping, *beside)
        delimiter = "{" if name in _JSON else "\t" if "\t" in file.read_text("utf-8", "replace")[:5_000] else ","
        line = f"{name:<16} {count:>10,} rows  {count / ours['seconds']:>10,.0f} rows/s  {ours['mb']:>7.1f} MB more"
        if name in ("leaders-json", "sparql-json", "wikidata"):
            return f"{line}   (one small document: nothing to compare)"
        plain = _in_a_process("--plain", str(file), delimiter, "--against", "pyarrow" if delimiter == "{" else against)
        alone = f"{count / plain['seconds']:>11,.0f} rows/s plain"
        return f"{line}  {alone}   ratio {plain['seconds'] / ours['seconds']:.3f} (aim {_AIM})"


def measure_processes(name: str, rows: int, jobs: int) -> str:
    """Return one line on so many processes against one."""
    with tempfile.TemporaryDirectory() as folder:
        file, options, _ = make_file(name, rows, Path(folder))
        said = ["--mapping", options.mapping, *(word for one in options.beside for word in ("--beside", one))]
        one, many = (_in_a_process("--read-in", str(n), name, str(file), *said) for n in (1, jobs))
    longest = max(many["here"], many["others"] / jobs)
    line = f"{name:<16} {rows:>10,} rows  {jobs} processes against one: "
    line += f"{one['passed'] / many['passed']:.2f} times as quick; on as many cores {one['here'] / longest:.2f} "
    return f"{line}({one['here']:.1f} s alone; {many['here']:.1f} s here and {many['others']:.1f} s in the others)"


def main() -> None:
    """Print one line a loader."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=_ROWS)
    parser.add_argument("--only", choices=LOADERS, action="append")
    parser.add_argument("--against", choices=("pyarrow", "polars"), default="pyarrow")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--read-in", nargs=3, metavar=("JOBS", "NAME", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--read", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--plain", nargs=2, metavar=("FILE", "DELIMITER"), help=argparse.SUPPRESS)
    parser.add_argument("--mapping", default="", help=argparse.SUPPRESS)
    parser.add_argument("--beside", action="append", default=[], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        options = ReadOptions(mapping=given.mapping, beside=tuple(given.beside))
        print(json.dumps(read(*given.read, options)))
    elif given.read_in:
        options = ReadOptions(mapping=given.mapping, beside=tuple(given.beside))
        jobs, name, file = given.read_in
        print(json.dumps(read_in(int(jobs), name, file, options)))
    elif given.plain:
        print(json.dumps({"seconds": read_plainly(*given.plain, given.against)}))
    else:
        for name in given.only or LOADERS:
            many = given.jobs > 1
            line = measure_processes(name, given.rows, given.jobs) if many else measure(name, given.rows, given.against)
            print(line, flush=True)


if __name__ == "__main__":
    main()
