"""From the lines about a node back to its properties and relationships: the way of kg.rdf.describe, back. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pyoxigraph

from kg.blueprint import graph_schema
from kg.rdf.mapping import Mapping, Written

Objects: TypeAlias = dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]
"""What a subject has, by the IRI of the predicate."""
Link: TypeAlias = tuple[str, str, str, dict[str, Any]]
"""A relationship: its type, the ids of its start and end, its properties."""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_READ: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "float": float,
    "date": date.fromisoformat,
    "boolean": "true".__eq__,
}


class Undescriber:
    """Reads nodes by the mapping. ``base`` ends with ``id/``."""

    def __init__(self, mapping: Mapping, base: str) -> None:
        self.mapping = mapping
        self.base = base
        self._labels = {label.lower(): label for label, how in mapping.labels.items() if how.classes}

    def label(self, node_id: str) -> str:
        """Return the label of an id, empty for what is no node of the graph."""
        return self._labels.get(node_id.partition("-")[0], "")

    def node_id(self, term: object) -> str:
        """Return the id that an IRI of our own stands for, empty for any other term."""
        iri = term.value if isinstance(term, pyoxigraph.NamedNode) else ""
        return iri.removeprefix(self.base) if iri.startswith(self.base) else ""

    def second_labels(self, label: str, objects: Objects) -> list[str]:
        """Return the labels beside the first."""
        how = self.mapping.labels[label]
        names = {self.mapping.iri(name): second for second, name in how.second.items()}
        first, own = {self.mapping.iri(name) for name in how.classes}, self.mapping.prefixes["kg"]
        types = sorted(term.value for term in objects[f"{RDF}type"] if term.value not in first)
        return [names.get(iri, iri.removeprefix(own)) for iri in types]

    def properties(self, label: str, objects: Objects) -> dict[str, Any]:
        """Return the properties that are written as such."""
        how, found = self.mapping.labels[label], {}
        for name, written in how.properties.items():
            texts = [one for one in (self._text(written, term) for term in self._objects(written, objects)) if one]
            kind = graph_schema().labels[label].properties[name].type
            if texts:
                found[name] = texts if kind == "strings" else _READ.get(kind, str)(texts[0])
        return found

    def links(self, label: str, node_id: str, objects: Objects) -> list[Link]:
        """Return the relationships that are written with a node, but for those that are nodes of their own."""
        found: list[Link] = []
        for name, schema in graph_schema().relationships.items():
            edge = self.mapping.relationships[name]
            here, there = (schema.start, schema.end) if edge.subject == "start" else (schema.end, schema.start)
            if label not in here or edge.node is not None:
                continue
            for other in map(self.node_id, objects.get(self.mapping.iri(edge.predicate), ())):
                if self.label(other) in there:
                    ends = (node_id, other) if edge.subject == "start" else (other, node_id)
                    found.append((name, *ends, {}))
        return found

    def _objects(self, written: Written, objects: Objects) -> list[pyoxigraph.NamedNode | pyoxigraph.Literal]:
        return objects.get(self.mapping.iri(written.predicate), [])

    def _text(self, written: Written, term: pyoxigraph.NamedNode | pyoxigraph.Literal) -> str:
        if written.how == "reference":
            return self.node_id(term)
        if "{}" not in written.how:
            return term.value
        before, _, after = written.how.partition("{}")
        if not (isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(before)):
            return ""
        middle = term.value.removeprefix(before).removesuffix(after)
        return re.sub(r"\(.*\)", lambda _: middle, written.match) if "(" in written.match else middle
