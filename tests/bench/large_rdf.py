"""A dump too large to be held: written by the command, and read by pyoxigraph and by Jena's riot.

What rdflib and the checkers of shapes make of it is in ``tests.bench.large_parts``.
"""

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
from tests.bench.large_parts import print_parts
from tests.rdf.other_readers import oxigraph_counts, store_counts
from tests.servers.jena import Jena

T = TypeVar("T")
_AT_ONCE = 1 << 22


def export_rdf(graph: Imported, folder: Path) -> tuple[Path, dict[str, int]]:
    """Print what writing took; return the dump, and what the store counts of each class."""
    dump = folder / "graph.nq.zst"
    _export(graph, dump)
    return dump, store_counts(graph.engine)


def read_rdf(dump: Path, stored: dict[str, int], folder: Path, parts: int) -> None:
    """Print what each reader says: the two that read line by line side by side, then the others; 0 parts are all."""
    jena = Jena()
    with ProcessPoolExecutor(1) as beside:
        counting = beside.submit(_timed, partial(oxigraph_counts, dump))
        size = _read_by_jena(jena, dump)
        _print_counts(counting.result(), stored)
    print_parts(dump, folder, size, parts)


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


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun
