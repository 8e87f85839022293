"""The graph as RDF: sorted, without blank nodes, streamed from the store; the same bytes from every engine."""

from kg.rdf.dump import DEFAULT_BASE, dump
from kg.rdf.files import FORMS, QUAD_FORMS, RDF12_FORMS, Compression, Form, write_dump
from kg.rdf.selection import Selection

__all__ = [
    "DEFAULT_BASE",
    "FORMS",
    "QUAD_FORMS",
    "RDF12_FORMS",
    "Compression",
    "Form",
    "Selection",
    "dump",
    "write_dump",
]
