"""Checks a dump by the shapes, a chunk of nodes at a time, in constant memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from itertools import groupby
from pathlib import Path

import msgspec
import pyoxigraph
import rdflib

from kg.errors import KgError
from kg.rdf.dump import DEFAULT_BASE
from kg.rdf.generated import generated
from kg.rdf.rdflib_terms import graph_of
from kg.rdf.reading import lines_in, quads_in
from kg.rdf.shapes import SHACL as SH

CHUNK = 50_000
_OWN = re.compile(rb"<([^>]*[/#])id/")
_DATE = "http://www.w3.org/2001/XMLSchema#date"
_TERM = rdflib.Namespace(SH)
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
    faults = faults_of(base_of(file))
    for quads in _chunks(quads_in(file), chunk):
        yield from _ill_dates(quads)
        yield from faults(graph_of(quad.triple for quad in quads if not _is_ill(quad)))


def faults_of(base: str) -> Callable[[rdflib.Graph], list[Finding]]:
    """Return what finds, sorted, all that is wrong by the shapes with a graph of whole nodes.

    Raises:
        NoCheckerError: pyshacl is not there.
    """
    try:
        validate = import_module("pyshacl").validate
    except ImportError:
        raise NoCheckerError("checking shapes needs pyshacl: pip install 'diplomatic-kg[shacl]'") from None
    shapes = _asked_once(rdflib.Graph().parse(data=generated(base)["shapes.ttl"], format="turtle"))

    def faults(data: rdflib.Graph) -> list[Finding]:
        conforms, report, _ = validate(data, shacl_graph=shapes)
        return [] if conforms else sorted(_findings(report))

    return faults


def _asked_once(shapes: rdflib.Graph) -> rdflib.Graph:
    """Give each shape of a property the targets of the shape of nodes it stands in, and take it out of there.

    They are the same nodes by SHACL 2.1.3 and 2.1.4, and the same findings; but pyshacl asks a shape within another
    once for each node, and one with targets of its own once for all of them, in a sixth of the time.
    """
    for node, _, within in list(shapes.triples((None, _TERM.property, None))):
        shapes.remove((node, _TERM.property, within))
        for target in shapes.objects(node, _TERM.targetClass):
            shapes.add((within, _TERM.targetClass, target))
    return shapes


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


def _is_ill(quad: pyoxigraph.Quad) -> bool:
    """A date that is none: pyshacl breaks off at one."""
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


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    for result in report.subjects(rdflib.RDF.type, _TERM.ValidationResult):
        parts = (report.value(result, _TERM[name]) for name in _PARTS)
        yield Finding(*("" if part is None else str(part) for part in parts))
