"""Checks a dump by the shapes, a chunk of nodes at a time, in constant memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pyoxigraph
import rdflib

from kg.errors import KgError
from kg.rdf.dump import DEFAULT_BASE
from kg.rdf.generated import generated
from kg.rdf.reading import lines_in, quads_in
from kg.rdf.shapes import SHACL as SH

CHUNK = 50_000
_OWN = re.compile(rb"<([^>]*[/#])id/")
_DATE = "http://www.w3.org/2001/XMLSchema#date"
_DATATYPE = "DatatypeConstraintComponent"
_PARTS = ("focusNode", "resultPath", "value", "resultMessage", "sourceConstraintComponent")


class NoCheckerError(KgError):
    """pyshacl is not installed."""


class Finding(msgspec.Struct, frozen=True, order=True):
    """What is wrong with a node: the IRIs of the node and of the property, the value, and words for people.

    ``component`` is the IRI of the kind of constraint in SHACL.
    """

    node: str
    path: str
    value: str
    message: str
    component: str


def check(file: Path, chunk: int = CHUNK) -> Iterator[Finding]:
    """Yield what is wrong with a sorted dump; ``chunk`` is the number of quads held at a time.

    Raises:
        BrokenDumpError: the dump cannot be read to its end.
        NoCheckerError: pyshacl is not there.
    """
    try:
        validate = import_module("pyshacl").validate
    except ImportError:
        raise NoCheckerError("checking shapes needs pyshacl: pip install 'diplomatic-kg[shacl]'") from None
    text = generated(base_of(file))["shapes.ttl"]
    shapes = rdflib.Graph().parse(data=text, format="turtle")
    for quads in _chunks(quads_in(file), chunk):
        yield from _ill_dates(quads)
        data = rdflib.Graph().parse(data=_triples(quads), format="nt")
        conforms, report, _ = validate(data, shacl_graph=shapes)
        if not conforms:
            yield from sorted(_findings(report))


def base_of(file: Path) -> str:
    """Return what the IRIs of a dump begin with, by the first that has an id."""
    found = next((match for line in lines_in(file) if (match := _OWN.match(line))), None)
    return found[1].decode("utf-8") if found else DEFAULT_BASE


def _chunks(quads: Iterator[pyoxigraph.Quad], size: int) -> Iterator[list[pyoxigraph.Quad]]:
    """A subject is never in two chunks."""
    held: list[pyoxigraph.Quad] = []
    for _, several in groupby(quads, key=lambda quad: str(quad.subject)):
        held.extend(several)
        if len(held) >= size:
            yield held
            held = []
    if held:
        yield held


def _triples(quads: list[pyoxigraph.Quad]) -> bytes:
    """What rdflib can read: no triple terms, and no dates that are none (pyshacl breaks off at one)."""
    triples = (quad.triple for quad in quads if not isinstance(quad.object, pyoxigraph.Triple) and not _is_ill(quad))
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b""


def _is_ill(quad: pyoxigraph.Quad) -> bool:
    term = quad.object
    if not isinstance(term, pyoxigraph.Literal) or term.datatype.value != _DATE:
        return False
    try:
        date.fromisoformat(term.value)
    except ValueError:
        return True
    return len(term.value) != 10


def _ill_dates(quads: list[pyoxigraph.Quad]) -> Iterator[Finding]:
    for quad in quads:
        if isinstance(quad.object, pyoxigraph.Literal) and _is_ill(quad):
            value = quad.object.value
            message = f"{value} is no day of the calendar."
            yield Finding(str(quad.subject)[1:-1], quad.predicate.value, value, message, f"{SH}{_DATATYPE}")


def _findings(results: Any) -> Iterator[Finding]:
    term = rdflib.Namespace(SH)
    for result in results.subjects(rdflib.RDF.type, term.ValidationResult):
        parts = (results.value(result, term[name]) for name in _PARTS)
        yield Finding(*("" if part is None else str(part) for part in parts))
