"""Whole nodes of a large dump, a part at a time: for rdflib and the checkers of shapes, which hold what they read."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import rdflib

from kg.rdf import DEFAULT_BASE
from kg.rdf.check import faults_of
from kg.rdf.reading import opened
from loaders.processes import map_apart
from tests.rdf.other_readers import heard_by_rdflib, jena_shacl_faults, node_of
from tests.servers.jena import Jena

_PART = 128_000_000
"""Bytes of a part: some 800,000 lines."""
_AT_ONCE = 1 << 22
_PIECE = 50_000
"""Lines that rdflib and pyshacl hold at a time."""


class Read(NamedTuple):
    """What was read of a part, and all that was said of it."""

    lines: int
    triples: int
    said: list[str]


def print_parts(dump: Path, folder: Path, size: int, parts: int) -> None:
    """Print what rdflib, pySHACL and Jena's shacl say of so many parts of a dump of ``size`` bytes, or of all (0)."""
    lines = triples = 0
    with opened(dump) as file:
        lists = _spread(file, size, parts) if parts else _whole_nodes(file)
        found = map_apart(read_part, _written(lists, folder), os.cpu_count() or 1)
        for number, one in enumerate(found, 1):
            lines, triples = lines + one.lines, triples + one.triples
            print(f"part {number}: {one.lines:,} lines; SHACL: {one.said or 'clean'}", flush=True)
    print(f"rdflib reads {triples:,} of {lines:,} lines", flush=True)


def read_part(part: Path) -> Read:
    """Give a part to each, and take its folder away."""
    said = jena_shacl_faults(Jena(), part, part.parent)
    lines = part.read_bytes().splitlines(keepends=True)
    shutil.rmtree(part.parent)
    triples, faults = 0, faults_of(DEFAULT_BASE)
    gc.disable()  # a graph of rdflib is millions of objects, and all of them stay until the next
    with heard_by_rdflib() as heard:
        for piece in _pieces(lines):
            read = rdflib.Dataset()
            read.parse(data=b"".join(piece), format="nquads")
            triples += len(read)
            said += [f"{one.node}: {one.message}" for one in faults(read.default_graph)]
            del read
            gc.collect()
    return Read(len(lines), triples, said + heard)


def _pieces(lines: list[bytes]) -> Iterator[list[bytes]]:
    begin = 0
    while begin < len(lines):
        end = _after_node(lines, min(begin + _PIECE, len(lines)))
        yield lines[begin:end]
        begin = end


def _whole_nodes(file: IO[bytes]) -> Iterator[list[bytes]]:
    """Yield all lines in lists of about a part each; a node is never in two."""
    held: list[bytes] = []
    while some := file.readlines(_PART):
        held += some
        end = _before_last_node(held)
        yield held[:end]
        del held[:end]
    yield held


def _spread(file: IO[bytes], size: int, parts: int) -> Iterator[list[bytes]]:
    """Yield so many lists at the same distance, without the nodes at both ends, of which the rest may be elsewhere."""
    at = 0
    for number in range(max(1, min(parts, size // _PART))):
        while at < size * number // parts:
            at += len(file.read(min(_AT_ONCE, size * number // parts - at)))
        lines = file.readlines(_PART)
        at += sum(map(len, lines))
        yield lines[_after_node(lines, 2) if number else 0 : _before_last_node(lines)]


def _after_node(lines: list[bytes], at: int) -> int:
    while at < len(lines) and node_of(lines[at]) == node_of(lines[at - 1]):
        at += 1
    return at


def _before_last_node(lines: list[bytes]) -> int:
    at = len(lines) - 1
    while at > 0 and node_of(lines[at]) == node_of(lines[at - 1]):
        at -= 1
    return at


def _written(lists: Iterator[list[bytes]], folder: Path) -> Iterator[Path]:
    for number, lines in enumerate(lists):
        part = folder / f"part-{number}" / "part.nq"
        part.parent.mkdir()
        part.write_bytes(b"".join(lines))
        yield part
