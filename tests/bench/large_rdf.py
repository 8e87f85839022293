"""A dump too large to be held: written by the command, and read by pyoxigraph, Jena, rdflib and both SHACL checkers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import IO, TypeVar

from kg.rdf.reading import opened
from tests.bench.imported import Imported
from tests.rdf.other_readers import (
    jena_shacl_faults,
    node_of,
    oxigraph_counts,
    pyshacl_faults,
    rdflib_count,
    store_counts,
)
from tests.servers.jena import Jena

T = TypeVar("T")
_PART = 32_000_000
"""Bytes of a part: some 200,000 lines."""
_AT_ONCE = 1 << 22


def export_rdf(graph: Imported, folder: Path) -> tuple[Path, dict[str, int]]:
    """Print what writing took; return the dump, and what the store counts of each class."""
    dump = folder / "graph.nq.zst"
    _export(graph, dump)
    return dump, store_counts(graph.engine)


def read_rdf(dump: Path, stored: dict[str, int], folder: Path, parts: int) -> None:
    """Print what each reader says; the two that read all of it run side by side."""
    jena = Jena()
    with ProcessPoolExecutor(1) as beside:
        counting = beside.submit(_timed, partial(oxigraph_counts, dump))
        size = _read_by_jena(jena, dump)
        _print_counts(counting.result(), stored)
    for number, part in enumerate(_parts(dump, folder, size, parts)):
        written, read = part.read_bytes().count(b"\n"), rdflib_count(part, folder)
        found = [*pyshacl_faults(part), *jena_shacl_faults(jena, part, folder)]
        print(f"part {number}: {written:,} lines, rdflib reads {read:,}; SHACL: {found or 'clean'}", flush=True)


def _read_by_jena(jena: Jena, dump: Path) -> int:
    """Print what riot says of the whole dump; return its bytes."""
    size = 0

    def blocks(file: IO[bytes]) -> Iterator[bytes]:
        nonlocal size
        while block := file.read(_AT_ONCE):
            size += len(block)
            yield block

    with opened(dump) as file:
        faults, seconds = _timed(lambda: jena.validate_stream(blocks(file)))
    print(f"riot --validate: {size / 1e9:.1f} GB in {seconds:.0f} s: {faults[:2_000] or 'nothing to say'}", flush=True)
    return size


def _print_counts(counted: tuple[tuple[int, Counter[str]], float], stored: dict[str, int]) -> None:
    (triples, classes), seconds = counted
    other = {name: (count, classes[name]) for name, count in stored.items() if classes[name] != count}
    print(
        f"pyoxigraph: {triples:,} quads in {seconds:.0f} s; {len(stored)} classes, not as in the store: "
        f"{other or 'none'}",
        flush=True,
    )


def _export(graph: Imported, dump: Path) -> None:
    server = graph.server
    credentials = {"KG_URI": server.uri, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
    command = [str(Path(sys.executable).with_name("kg")), "export", "rdf", "--compress", "zstd", "-o", str(dump)]
    begun = time.perf_counter()
    child = subprocess.Popen(command, env={**os.environ, **credentials})
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begun
    print(
        f"kg export rdf: {seconds:.0f} s, of the client's processor {used.ru_utime + used.ru_stime:.0f} s, its peak "
        f"memory {used.ru_maxrss // 1024:,} MB, {dump.stat().st_size / 1e9:.2f} GB packed (ended with {status})",
        flush=True,
    )


def _parts(dump: Path, folder: Path, size: int, parts: int) -> Iterator[Path]:
    """Yield files of whole nodes, from so many places of the dump at the same distance; ``size`` is its bytes."""
    target = folder / "taken.nq"
    at, parts = 0, max(1, min(parts, size // _PART))
    with opened(dump) as file:
        for number in range(parts):
            while at < size * number // parts:
                at += len(file.read(min(_AT_ONCE, size * number // parts - at)))
            block = file.read(_PART)
            at += len(block)
            target.write_bytes(b"".join(_whole_nodes(block.splitlines(keepends=True), cut=number > 0)))
            yield target


def _whole_nodes(lines: list[bytes], *, cut: bool) -> list[bytes]:
    """Leave out the last node, and where the block begins in the middle of the dump, the first."""
    begin, end = int(cut), len(lines) - 1
    first, last = node_of(lines[begin]), node_of(lines[end - 1])
    while cut and begin < end and node_of(lines[begin]) == first:
        begin += 1
    while end > begin and node_of(lines[end - 1]) == last:
        end -= 1
    return lines[begin:end]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun
