"""The graph as RDF: sorted, without blank nodes, streamed from the store; the same bytes from every engine."""

from kg.rdf.dump import DEFAULT_BASE, dump, lines_of
from kg.rdf.files import FORMS, Compression, Form, write_dump

__all__ = ["DEFAULT_BASE", "FORMS", "Compression", "Form", "dump", "lines_of", "write_dump"]
