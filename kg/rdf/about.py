"""The description beside a dump: DCAT and VoID, with what it was written with."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.blueprint import graph_schema
from kg.rdf.files import DumpError, beside
from kg.rdf.generated import generated
from kg.rdf.mapping import Mapping, read_mapping
from kg.rdf.turtle import Triples

ENDING = ".about.ttl"
_TYPE, _LICENCE, _RECORDED = (
    b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
    b"<http://purl.org/dc/terms/license>",
    b"<http://www.w3.org/ns/prov#generatedAtTime>",
)
_TOLD = re.compile(
    rb"<[^>]*> ("
    + _TYPE
    + rb" <[^>]*>|(?:"
    + _LICENCE
    + rb"|"
    + _RECORDED
    + rb') "(?:[^"\\]|\\.)*"|<[^>]*>)(?: |\^\^).*\n'
)
"""Of each line the predicate, and the object where it is counted too; one pass, and no line is looked at twice."""
_BLOCK = 1 << 20


class Tally:
    """Counts the lines of a dump while they pass."""

    def __init__(self) -> None:
        self.properties: Counter[bytes] = Counter()
        self.classes: Counter[bytes] = Counter()
        self.licences: Counter[bytes] = Counter()
        self.newest = b""

    def watch(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the chunks as they are; each ends with the end of a line."""
        for chunk in chunks:
            for told, count in Counter(_TOLD.findall(chunk)).items():
                self._count(told, count)
            yield chunk

    def _count(self, told: bytes, count: int) -> None:
        predicate, _, term = told.partition(b" ")
        self.properties[predicate] += count
        if predicate == _TYPE:
            self.classes[term] += count
        elif predicate == _LICENCE:
            self.licences[term[1:-1]] += count
        elif predicate == _RECORDED:
            self.newest = max(self.newest, term[1:-1])


def write_description(dump: Path, tally: Tally, base: str, previous: Path | None = None) -> list[Path]:
    """Write the description, the ontology, the shapes and the context beside a dump; return their paths.

    ``previous`` is the dump before this one. Nothing of the clock goes in: the same graph has the same description.

    Raises:
        DumpError: a file cannot be written, or the previous dump cannot be read.
    """
    try:
        texts = {ENDING: _about(dump, tally, base, previous)}
    except OSError as error:
        raise DumpError(f"{dump} is there without a description: {error.filename}: {error.strerror}") from error
    texts |= {f".{name}": text for name, text in generated(base).items()}
    return [_write_beside(dump, ending, text) for ending, text in texts.items()]


def _write_beside(dump: Path, ending: str, text: str) -> Path:
    target = Path(f"{dump}{ending}")
    try:
        with beside(target) as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        raise DumpError(f"{dump} is there, and {target.name} is not: {error.strerror}") from error
    return target


def checksum(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def _about(dump: Path, tally: Tally, base: str, previous: Path | None) -> str:
    digest, mapping = checksum(dump), read_mapping(base)
    triples = Triples(
        mapping, dcat="http://www.w3.org/ns/dcat#", void="http://rdfs.org/ns/void#", spdx="http://spdx.org/rdf/terms#"
    )
    own = f"{base}dump/{digest[:16]}"
    for kind in ("dcat:Dataset", "void:Dataset"):
        triples.node(own, "rdf:type", kind)
    triples.words(own, "dct:title", "Diplomatic relations")
    triples.value(own, "dcat:version", digest[:16])
    if tally.newest:
        triples.value(own, "dct:modified", tally.newest.decode(), "xsd:dateTime")
    triples.node(own, "dct:conformsTo", f"{base}ontology/{graph_schema().version}")
    triples.value(own, "kg:schemaVersion", str(graph_schema().version), "xsd:integer")
    if previous is not None:
        triples.node(own, "dcat:previousVersion", f"{base}dump/{checksum(previous)[:16]}")
    _file(triples, own, dump, digest)
    _counts(triples, own, tally, mapping)
    return triples.turtle()


def _file(triples: Triples, own: str, dump: Path, digest: str) -> None:
    file, sum_ = f"{own}#file", f"{own}#checksum"
    triples.node(own, "dcat:distribution", file)
    triples.node(file, "rdf:type", "dcat:Distribution")
    triples.value(file, "dct:title", dump.name)
    triples.value(file, "dcat:byteSize", str(dump.stat().st_size), "xsd:nonNegativeInteger")
    triples.node(file, "spdx:checksum", sum_)
    triples.node(sum_, "rdf:type", "spdx:Checksum")
    triples.node(sum_, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
    triples.value(sum_, "spdx:checksumValue", digest, "xsd:hexBinary")


def _counts(triples: Triples, own: str, tally: Tally, mapping: Mapping) -> None:
    triples.value(own, "void:triples", str(tally.properties.total()), "xsd:integer")
    triples.value(own, "void:uriSpace", f"{mapping.prefixes['kg'].removesuffix('ontology#')}id/")
    lists = (("class", "entities", tally.classes), ("property", "triples", tally.properties))
    for kind, counted, found in lists:
        for number, (term, count) in enumerate(sorted(found.items())):
            part = f"{own}#{kind}-{number}"
            triples.node(own, f"void:{kind}Partition", part)
            triples.node(part, f"void:{kind}", term[1:-1].decode())
            triples.value(part, f"void:{counted}", str(count), "xsd:integer")
    for number, (licence, count) in enumerate(sorted(tally.licences.items())):
        part = f"{own}#licence-{number}"
        triples.node(own, "void:subset", part)
        triples.words(part, "rdfs:comment", "Sources under this licence.")
        triples.raw_literal(part, "dct:license", licence.decode())
        triples.value(part, "void:entities", str(count), "xsd:integer")
