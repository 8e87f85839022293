"""Small files of triples as Turtle: sorted, with prefixes, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pyoxigraph

from kg.rdf.mapping import Mapping
from kg.rdf.terms import english, literal


class Triples:
    """Triples by prefixed names, gathered for one file."""

    def __init__(self, mapping: Mapping, **prefixes: str) -> None:
        self._prefixes = {**mapping.prefixes, **prefixes}
        self._lines: set[str] = set()

    def iri(self, name: str) -> str:
        """Return the term of a prefixed name, or of a whole IRI."""
        prefix, _, local = name.partition(":")
        return f"<{self._prefixes[prefix] + local if prefix in self._prefixes else name}>"

    def node(self, subject: str, predicate: str, other: str) -> None:
        """Add a triple whose object is an IRI."""
        self._lines.add(f"{self.iri(subject)} {self.iri(predicate)} {self.iri(other)} .\n")

    def words(self, subject: str, predicate: str, text: str) -> None:
        """Add a triple whose object is a text in English."""
        self._lines.add(f"{self.iri(subject)} {self.iri(predicate)} {english(text)} .\n")

    def value(self, subject: str, predicate: str, text: str, datatype: str = "") -> None:
        """Add a triple whose object is a literal; ``datatype`` is a prefixed name."""
        whole = self.iri(datatype)[1:-1] if datatype else ""
        self._lines.add(f"{self.iri(subject)} {self.iri(predicate)} {literal(text, whole)} .\n")

    def raw_literal(self, subject: str, predicate: str, escaped: str) -> None:
        """Add a triple whose object is a plain literal that is already escaped, as a dump has it."""
        self._lines.add(f'{self.iri(subject)} {self.iri(predicate)} "{escaped}" .\n')

    def items(self, subject: str, predicate: str, terms: Iterable[str]) -> None:
        """Add an RDF list of terms (as N-Triples writes them). Its cells have IRIs, as nothing here is blank."""
        cell, link = subject, predicate
        for number, term in enumerate(terms):
            next_cell = f"{subject}.{number}"
            self.node(cell, link, next_cell)
            self._lines.add(f"{self.iri(next_cell)} {self.iri('rdf:first')} {term} .\n")
            cell, link = next_cell, "rdf:rest"
        self.node(cell, link, "rdf:nil")

    def turtle(self) -> str:
        """Return the file."""
        data = "".join(sorted(self._lines)).encode("utf-8")
        triples = (quad.triple for quad in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_TRIPLES))
        written = BytesIO()
        pyoxigraph.serialize(triples, written, format=pyoxigraph.RdfFormat.TURTLE, prefixes=self._prefixes)
        lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
        header = (f"@prefix {name}: <{namespace}> .\n" for name, namespace in sorted(self._prefixes.items()))
        return "".join([*header, "\n", *(line for line in lines if not line.startswith("@prefix "))])
