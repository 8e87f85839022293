"""Other people's readers over dumps of any size: each finds no fault, and counts what the store counts."""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path

import pyoxigraph
import rdflib

from kg.rdf import DEFAULT_BASE
from kg.rdf.check import check
from kg.rdf.generated import generated
from kg.rdf.mapping import read_mapping
from kg.rdf.reading import opened
from kg.store.engine import Engine
from tests.servers.jena import Jena

_TYPE = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NODE = re.compile(rb"<[^#>]*")


def oxigraph_counts(dump: Path) -> tuple[int, Counter[str]]:
    """Return the triples that pyoxigraph reads, and the nodes of each class; the dump may be packed."""
    classes: Counter[str] = Counter()
    triples = 0
    with opened(dump) as file:
        for quad in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.N_QUADS):
            triples += 1
            if quad.predicate == _TYPE and isinstance(quad.object, pyoxigraph.NamedNode):
                classes[quad.object.value] += 1
    return triples, classes


def store_counts(engine: Engine) -> dict[str, int]:
    """Return how many nodes the store has of each label that is written, by the label's class."""
    mapping = read_mapping(DEFAULT_BASE)
    return {
        mapping.iri(how.classes[0]): int(engine.read(f"MATCH (n:{label}) RETURN count(n)").rows[0][0])
        for label, how in mapping.labels.items()
        if how.classes
    }


def rdflib_count(dump: Path, folder: Path, lines: int = 100_000) -> int:
    """Return the triples that rdflib reads, in parts, since it has all it reads in memory; a warning is an error."""
    with heard_by_rdflib() as heard:
        count = sum(_read_by_rdflib(part) for part in parts_of(dump, folder, lines))
    assert heard == []
    return count


@contextmanager
def heard_by_rdflib() -> Iterator[list[str]]:
    """Give the list of what rdflib logs within the block; a warning of Python is an error there."""
    listener = _Listener(logging.WARNING)
    logging.getLogger("rdflib").addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, on its own names
            yield listener.heard
    finally:
        logging.getLogger("rdflib").removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def _read_by_rdflib(part: Path) -> int:
    return len(rdflib.Dataset().parse(part, format="nquads"))


def jena_faults(jena: Jena, dump: Path, folder: Path, lines: int = 200_000) -> list[str]:
    """Return what Jena's riot and shacl say of a dump; the second in parts, since it has all it reads in memory."""
    reports = (said for part in parts_of(dump, folder, lines) for said in jena_shacl_faults(jena, part, folder))
    return [said for said in (jena.validate(dump), *reports) if said]


def jena_shacl_faults(jena: Jena, part: Path, folder: Path) -> list[str]:
    """Return the report of Jena's shacl on a file that fits into memory, where it does not conform."""
    shapes = folder / "shapes.ttl"
    shapes.write_text(generated(DEFAULT_BASE)["shapes.ttl"], encoding="utf-8")
    report = jena.shacl(shapes, part)
    return [] if re.search(r"sh:conforms\s+true", report) else [report]


def pyshacl_faults(dump: Path, most: int = 20) -> list[str]:
    """Return the first faults that pyshacl finds."""
    return [f"{one.node}: {one.message}" for one in islice(check(dump), most)]


def parts_of(dump: Path, folder: Path, lines: int) -> Iterator[Path]:
    """Yield files of about so many lines; a node is never in two."""
    part, held = folder / "part.nq", 0
    file = part.open("wb")
    with dump.open("rb") as opened:
        for _, several in groupby(opened, key=node_of):
            if held >= lines:
                file.close()
                yield part
                file, held = part.open("wb"), 0
            for line in several:
                file.write(line)
                held += 1
    file.close()
    yield part


def node_of(line: bytes) -> bytes:
    """Return the beginning of a line that all lines of one node have."""
    match = _NODE.match(line)
    return match[0] if match else line
