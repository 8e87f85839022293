"""The RDF writer beside preformatted bytes, pyoxigraph and rdflib, in one run.

    python -m tests.bench.rdf [--triples 1000000 5000000] [--rdflib 100000]

Each writer runs in a process of its own and writes to a file what is in a made-up history, its claims over and over
with new ids, so that none holds more than the history. Ours begins with rows as the store gives them, pyoxigraph with
terms as text (an iterator makes its quads); while the next of them get their new ids, the clock of both stands still.
Bytes are lines that are there already. rdflib has its graph in memory, and is given no more triples than ``--rdflib``,
since a million take minutes and gigabytes. Seconds are those of the processor, so that other work on the machine
matters less. Aims: 1.5 times pyoxigraph, 15 times rdflib, and the same memory at all sizes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec
import pyoxigraph
import rdflib

from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from kg.rdf.columns import Row, columns_of
from kg.rdf.cursors import PAGE, Pages, open_pages
from kg.rdf.describe import Describer
from kg.rdf.dump import DEFAULT_BASE, in_chunks
from kg.rdf.mapping import read_mapping
from kg.rdf.sorting import sorted_blocks
from tests.bench.synthetic import history

T = TypeVar("T")
_EVENTS = 400
_TAGGED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_MAPPING = read_mapping(DEFAULT_BASE)
_COLUMNS = columns_of(_MAPPING)
_IDS = f"{DEFAULT_BASE}id/"
_ID = len("claim-") + 24


def main() -> None:
    """Print triples a second and peak memory of each writer at each size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--triples", type=int, nargs="+", default=[1_000_000, 5_000_000])
    parser.add_argument("--rdflib", type=int, default=100_000)
    parser.add_argument("--as", dest="writer", choices=_WRITERS, help=argparse.SUPPRESS)
    parser.add_argument("--from", dest="rows", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.writer:
        print(json.dumps(_measure(asked.writer, asked.rows, asked.triples[0])))
        return
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.msgpack"
        _make_rows(Path(folder) / "graph", rows)
        for triples in asked.triples:
            _compare(rows, triples, asked.rdflib)


def _make_rows(graph_folder: Path, file: Path) -> None:
    """Keep the rows of a made-up history as the store gives them."""
    with open_graph(str(graph_folder)) as graph:
        clock = Clock("2025-01-01T00:00:00Z")
        graph.load_readings(history(_EVENTS), inputs=["synthetic"], clock=clock, watcher=Watcher())
        with open_pages(graph.engine, _COLUMNS, lambda _: None) as pages:
            found = {label: [row for page in several for row in page] for label, several in pages.items()}
    file.write_bytes(msgspec.msgpack.encode(found))


def _compare(rows: Path, triples: int, most: int) -> None:
    rates: dict[str, float] = {}
    for writer in _WRITERS:
        size = min(triples, most) if writer == "rdflib" else triples
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.rdf", "--as", writer, "--from", str(rows), "--triples", str(size)],
            check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        count, seconds, memory = json.loads(done.stdout)
        rates[writer] = count / seconds
        print(f"{writer:<11} {count:>10,} triples {rates[writer]:>12,.0f} a second {memory:>7,.0f} MB")
    for other, aim in (("bytes", ""), ("pyoxigraph", " (aim 1.5)"), ("rdflib", " (aim 15)")):
        print(f"kg / {other}: {rates['kg'] / rates[other]:.2f}{aim}")


def _measure(writer: str, file: Path, triples: int) -> tuple[int, float, float]:
    """Return how many triples were written, the seconds it took, and the peak memory in MB."""
    found = msgspec.msgpack.decode(file.read_bytes(), type=dict[str, list[list[Any]]])
    with tempfile.TemporaryFile() as sink:
        count, seconds = _WRITERS[writer](found, triples, sink)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return count, seconds, int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _write_kg(found: dict[str, list[Row]], triples: int, sink: IO[bytes]) -> tuple[int, float]:
    clock, turns = _Clock(), _turns(found, triples)
    clock.go()
    sink.writelines(_chunks(found, turns, clock))
    return _counted(sink, clock)


def _write_bytes(found: dict[str, list[Row]], triples: int, sink: IO[bytes]) -> tuple[int, float]:
    formatted = b"".join(_chunks(found, 1)).splitlines(keepends=True)
    clock, turns = _Clock(), range(max(1, triples // len(formatted)))
    clock.go()
    for _ in turns:
        sink.writelines(formatted)
    return _counted(sink, clock)


def _write_pyoxigraph(found: dict[str, list[Row]], triples: int, sink: IO[bytes]) -> tuple[int, float]:
    text, turns = b"".join(_chunks(found, 1)), _turns(found, triples)
    said = [_as_text(quad) for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)]
    claims = [one for one in said if one[0].startswith(f"{_IDS}claim-")]
    again = (_with_claim(one, turn) for turn in range(1, turns) for one in claims)
    clock = _Clock()
    clock.go()
    quads = map(_as_quad, chain(said, chain.from_iterable(_in_pages(again, clock))))
    pyoxigraph.serialize(quads, sink, format=pyoxigraph.RdfFormat.N_QUADS)
    return _counted(sink, clock)


def _write_rdflib(found: dict[str, list[Row]], triples: int, sink: IO[bytes]) -> tuple[int, float]:
    lines = b"".join(_chunks(found, _turns(found, triples))).splitlines(keepends=True)[:triples]
    graph = rdflib.Graph().parse(data=b"".join(lines), format="nt")
    clock = _Clock()
    clock.go()
    graph.serialize(sink, format="nt", encoding="utf-8")
    return _counted(sink, clock)


_WRITERS: dict[str, Callable[[dict[str, list[Row]], int, IO[bytes]], tuple[int, float]]] = {
    "bytes": _write_bytes,
    "kg": _write_kg,
    "pyoxigraph": _write_pyoxigraph,
    "rdflib": _write_rdflib,
}


class _Clock:
    """Seconds of the processor, but for those in which it stood still."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = 0.0

    def go(self) -> None:
        self._since = time.process_time()

    def stop(self) -> None:
        self.seconds += time.process_time() - self._since


def _in_pages(items: Iterator[T], clock: _Clock) -> Iterator[list[T]]:
    """Yield some at a time; the clock stands still while they are made."""
    while True:
        clock.stop()
        page = list(islice(items, PAGE))
        clock.go()
        if not page:
            return
        yield page


def _counted(sink: IO[bytes], clock: _Clock) -> tuple[int, float]:
    """Return the lines of the file, and the seconds until they were all there."""
    sink.flush()
    clock.stop()
    sink.seek(0)
    return sum(block.count(b"\n") for block in iter(lambda: sink.read(1 << 20), b"")), clock.seconds


def _chunks(found: dict[str, list[Row]], turns: int, clock: _Clock | None = None) -> Iterator[bytes]:
    """Yield what the export writes of these rows, the claims that often."""
    clock = clock or _Clock()
    describer = Describer(_MAPPING, DEFAULT_BASE, _COLUMNS)
    pages = {label: _again(rows, turns, clock) if label == "Claim" else iter([rows]) for label, rows in found.items()}
    runs = [describer.runs(*several) for several in pages.items()]
    return in_chunks(sorted_blocks(runs))


def _turns(found: dict[str, list[Row]], triples: int) -> int:
    """Return how often the claims are written, so that there are about as many triples."""
    whole = sum(chunk.count(b"\n") for chunk in _chunks(found, 1))
    without = sum(chunk.count(b"\n") for chunk in _chunks(found | {"Claim": []}, 1))
    return max(1, round((triples - without) / (whole - without)))


def _again(claims: list[Row], turns: int, clock: _Clock) -> Pages:
    """Yield claims over and over with new ids, in the order of ids."""
    read = _COLUMNS["Claim"]
    ends = [read.edge_at(kind) for kind in read.edges]
    return _in_pages((_with_new_id(row, turn, ends, read.references) for turn in range(turns) for row in claims), clock)


def _with_new_id(row: Row, turn: int, ends: list[int], references: tuple[int, ...]) -> Row:
    """Return the row of another claim, which leads to other nodes."""
    new, ending = row.copy(), f"{turn:03x}"
    new[0] = _new_id(new[0], turn)
    for at in references:
        new[at] = new[at] and new[at][:-3] + ending
    for at in ends:
        new[at] = [one[:-3] + ending for one in new[at]]
    return new


_Said = tuple[str, str, str, str | None]
"""The subject, the predicate, the object, and the object's datatype (None for an IRI)."""


def _with_claim(said: _Said, turn: int) -> _Said:
    claim, rest = said[0][len(_IDS) :][:_ID], said[0][len(_IDS) + _ID :]
    return f"{_IDS}{_new_id(claim, turn)}{rest}", *said[1:]


def _new_id(claim: str, turn: int) -> str:
    """Return the id of the same claim in another turn, behind all those of the turn before."""
    return f"claim-{turn:03x}{claim.removeprefix('claim-')[:-3]}"


def _as_text(quad: pyoxigraph.Quad) -> _Said:
    value = quad.object
    kind = value.datatype.value if isinstance(value, pyoxigraph.Literal) else None
    return str(quad.subject)[1:-1], str(quad.predicate)[1:-1], _bare(value), kind


def _bare(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.Literal | pyoxigraph.NamedNode) else str(term)


def _as_quad(said: _Said) -> pyoxigraph.Quad:
    subject, predicate, value, kind = said
    node = pyoxigraph.NamedNode
    term = node(value) if kind is None else pyoxigraph.Literal(value, datatype=node(kind) if kind != _TAGGED else None)
    return pyoxigraph.Quad(node(subject), node(predicate), term)


if __name__ == "__main__":
    main()
