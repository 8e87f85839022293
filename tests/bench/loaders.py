"""How fast each loader reads, and in how much memory, beside pyarrow or polars reading the same file and doing nothing.

Seconds are those of the processor in one thread, and the fewest of some turns in one process: a first turn of pyarrow
takes up to six times as long as the next, and what else runs on the machine would count.

Run: python -m tests.bench.loaders [--rows N] [--only NAME] [--against pyarrow|polars] [--engine ray|daft]

The files are the rows of the real samples (../shared/samples) and made-up rows where there is none, over and over, with
numbers and days of their own, up to N rows. Each loader reads in a process of its own; memory is the most that process
held more than at its start. The ratio is rows a second over rows a second of the table reader in one thread. A table
reader makes no objects of Python: beside the ratio stands the highest that any reader could have that parts the file
into lines and makes this loader's claims one by one, and neither takes a line apart nor decides. It is measured by
doing just that, with the ids of the records.

With an engine its two workers read the table into Arrow tables of claims, and so does one process without it.
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
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, cast

from kg.model import Claim, Evidence, Reading, source_id
from loaders.claim_table import table_of
from loaders.contract import ReadOptions
from loaders.engines import Distributed, read_pieces_with_engine
from loaders.reading import read_all, read_in_pieces
from loaders.texts import read_texts_with

SHARED = Path(__file__).resolve().parents[3] / "shared"
_ROWS = 100_000
_JSON = {"leaders-json", "wikidata", "ftm", "sparql-json"}
_WITH_ID = {"gdelt-events", "gdelt-mentions", "gdelt-gkg", "icews", "polecat"}
_AIM = 0.3
_AT_ONCE = 1_000
_TURNS = 3
_WORKERS = 2
_DAYS = {
    "gdelt-events": (date(2019, 10, 24), "\t{:%Y%m%d}143000\t", 1),
    "icews": (date(2018, 6, 1), "\t{:%Y-%m-%d}\t", 10),
    "polecat": (date(2023, 3, 21), "\t{:%Y-%m-%d}\t", 400),
}
"""The update or day of all rows of a sample, how it is written, and after how many rounds it is the next: some two
thousand rows are of one, as in real files."""


def make_file(name: str, rows: int, folder: Path) -> tuple[Path, ReadOptions, int]:
    """Write the rows of the sample up to so many; return the file, what is said beside it, and how many there are."""
    from tests.loaders.datasets.inputs import sample_of  # not by the processes that read: it takes a second

    sample = sample_of(name, SHARED, folder)
    lines = sample.file.read_text(encoding="utf-8", errors="replace").splitlines()
    header = [] if name.startswith("gdelt") else lines[:1]
    body = lines[len(header) :]
    target = folder / f"long-{sample.file.name}"
    if name in ("leaders-json", "sparql-json", "wikidata"):
        return sample.file, sample.options, len(body)
    with target.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in header)
        file.writelines(f"{line}\n" for line in _numbered(name, body, rows))
    return target, sample.options, rows


def _numbered(name: str, lines: list[str], rows: int) -> Iterator[str]:
    """The lines over and over; each time round the id in the first cell is another, and days go on."""
    day, form, rounds = _DAYS.get(name, (date.min, "\n", 1))
    for number in range(rows):
        later = day + timedelta(days=number // len(lines) // rounds)
        line = lines[number % len(lines)].replace(form.format(day), form.format(later))
        yield _with_id_of_its_own(line, number) if number >= len(lines) and name in _WITH_ID else line


def _with_id_of_its_own(line: str, number: int) -> str:
    first, tab, rest = line.partition("\t")
    return f"{int(first) + number:09}{tab}{rest}" if first.isdecimal() else f"{first}{number}{tab}{rest}"


def read(name: str, file: str, options: ReadOptions) -> dict[str, float]:
    """Read a file and keep nothing: seconds, and the most memory in MB more than at the start."""
    before = _memory()
    seconds = _fewest(lambda: deque(read_all([file], options, loader=name), maxlen=0))
    return {"seconds": seconds, "mb": _memory() - before}


def _fewest(work: Callable[[], object]) -> float:
    """Return the fewest seconds of some turns."""
    took = []
    for _ in range(_TURNS):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def read_plainly(file: str, delimiter: str, against: str) -> float:
    """Return the seconds in which the table reader has all cells as text, in one thread."""
    plain = _polars if against == "polars" else _arrow_json if delimiter == "{" else _arrow
    return _fewest(partial(plain, file, delimiter))


def _polars(file: str, delimiter: str) -> None:
    import polars

    polars.read_csv(file, separator=delimiter, has_header=False, infer_schema=False, quote_char=None,
                    truncate_ragged_lines=True, encoding="utf8-lossy")  # fmt: skip


def _arrow(file: str, delimiter: str) -> None:
    from pyarrow import csv

    parse = csv.ParseOptions(delimiter=delimiter, quote_char=False, invalid_row_handler=lambda _row: "skip")
    whole = csv.ReadOptions(use_threads=False, autogenerate_column_names=True)
    csv.read_csv(file, read_options=whole, parse_options=parse)


def _arrow_json(file: str, _delimiter: str) -> None:
    from pyarrow import json as arrow_json

    arrow_json.read_json(file, read_options=arrow_json.ReadOptions(use_threads=False, block_size=2**24))


def make_again(name: str, file: str, options: ReadOptions) -> dict[str, float]:
    """Return how many claims there are, and the seconds in which they, the records' ids and the lines are made."""
    seconds, claims = _fewest(lambda: Path(file).read_text("utf-8", "replace").split("\n")), 0
    readings = (item for item in read_all([file], options, loader=name) if isinstance(item, Reading))
    while some := list(islice(readings, _AT_ONCE)):
        claims += sum(len(one.claims) for one in some)
        start = time.process_time()
        for one in some:
            _again(one)
        seconds += time.process_time() - start
    return {"seconds": seconds, "claims": claims}


def _again(reading: Reading) -> None:
    source = reading.source
    source_id(url=source.url, key=source.key, text=source.text)
    for words in {id(claim.evidence): claim.evidence for claim in reading.claims}.values():
        Evidence(words.start, words.end, words.quote)
    for one in reading.claims:
        Claim(one.source, one.thing, one.subject, one.attribute, one.value, one.evidence, one.confidence, one.extractor,
              one.rule, one.stance)  # fmt: skip


def _memory() -> float:
    status = Path("/proc/self/status")  # elsewhere a process begins with the most of the one that began it
    if status.is_file():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_a_process(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.loaders", *arguments]
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])  # an engine may talk before
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
        again = _in_a_process("--again", name, str(file), "--mapping", options.mapping, *beside)
        most = f"{again['claims'] / count:.2f} claims a row: at most {plain['seconds'] / again['seconds']:.3f}"
        return f"{line}  {alone}   ratio {plain['seconds'] / ours['seconds']:.3f} (aim {_AIM}; {most})"


def read_with(engine: str, name: str, file: str, small: str, options: ReadOptions) -> dict[str, float]:
    """Read a file into tables of claims by two workers of an engine, and by one process: the seconds that passed.

    The engine reads a small file first, so that its beginning is not counted; what it finds must be the same.
    """
    from pyarrow import concat_tables

    def by_engine(one: str) -> list[Any]:
        pieces = read_in_pieces([one], options, loader=name)
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "pieces.parquet"
            return list(read_pieces_with_engine(cast("Distributed", engine), pieces, kept, jobs=_WORKERS))

    start = time.perf_counter()
    by_engine(small)
    began = time.perf_counter()
    found = by_engine(file)
    done = time.perf_counter()
    items = read_texts_with("rules", read_in_pieces([file], options, loader=name))
    alone = [table_of(some) for some in iter(lambda: list(islice(items, _AT_ONCE)), [])]
    ended = time.perf_counter()
    if not concat_tables(found).combine_chunks().equals(concat_tables(alone).combine_chunks()):
        raise SystemExit(f"{engine} finds something else in {name} than one process")
    return {"began": began - start, "engine": done - began, "alone": ended - done}


def measure_engine(name: str, rows: int, engine: str) -> str:
    """Return one line on two workers of an engine against one process."""
    with tempfile.TemporaryDirectory() as folder:
        file, options, count = make_file(name, rows, Path(folder))
        (Path(folder) / "small").mkdir()
        small = make_file(name, 100, Path(folder) / "small")[0]
        said = ["--mapping", options.mapping, *(word for one in options.beside for word in ("--beside", one))]
        took = _in_a_process("--read-with", engine, name, str(file), str(small), *said)
    line = f"{name:<16} {count:>10,} rows  {engine}, {_WORKERS} workers against one process, both into Arrow tables: "
    line += f"{took['alone'] / took['engine']:.2f} times as quick, the same rows "
    return f"{line}({took['engine']:.1f} s against {took['alone']:.1f} s; {took['began']:.1f} s to begin)"


def main() -> None:
    """Print one line a loader."""
    from tests.loaders.datasets.inputs import LOADERS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=_ROWS)
    parser.add_argument("--only", choices=LOADERS, action="append")
    parser.add_argument("--engine", choices=("daft", "ray"))
    parser.add_argument("--against", choices=("pyarrow", "polars"), default="pyarrow")
    parser.add_argument("--read", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--read-with", nargs=4, help=argparse.SUPPRESS)
    parser.add_argument("--again", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--plain", nargs=2, metavar=("FILE", "DELIMITER"), help=argparse.SUPPRESS)
    parser.add_argument("--mapping", default="", help=argparse.SUPPRESS)
    parser.add_argument("--beside", action="append", default=[], help=argparse.SUPPRESS)
    given = parser.parse_args()
    options = ReadOptions(mapping=given.mapping, beside=tuple(given.beside))
    if given.read:
        name, file = given.read
        print(json.dumps(read(name, file, options)))
    elif given.again:
        name, file = given.again
        print(json.dumps(make_again(name, file, options)))
    elif given.read_with:
        engine, name, file, small = given.read_with
        print(json.dumps(read_with(engine, name, file, small, options)))
    elif given.plain:
        file, delimiter = given.plain
        print(json.dumps({"seconds": read_plainly(file, delimiter, given.against)}))
    else:
        for name in given.only or LOADERS:
            print(_measured(name, given), flush=True)


def _measured(name: str, given: argparse.Namespace) -> str:
    if given.engine:
        return measure_engine(name, given.rows, given.engine)
    return measure(name, given.rows, given.against)


if __name__ == "__main__":
    main()
