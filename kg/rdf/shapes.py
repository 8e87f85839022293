"""SHACL shapes for a dump, from schema/*.yaml: what every node must have, with messages for people."""

from __future__ import annotations

from collections.abc import Iterator

from kg.blueprint import event_kinds, graph_schema, statuses
from kg.rdf.mapping import LabelMapping, Mapping, Written
from kg.rdf.named_terms import targets, written_edges, written_labels
from kg.rdf.terms import literal
from kg.rdf.turtle import Triples

SHACL = "http://www.w3.org/ns/shacl#"


def shapes(mapping: Mapping, base: str) -> str:
    """Return the shapes as Turtle; ``base`` is what the IRIs of the dump begin with."""
    return _Shapes(mapping, base).turtle()


class _Shapes:
    def __init__(self, mapping: Mapping, base: str) -> None:
        self._mapping = mapping
        self._triples = Triples(mapping, sh=SHACL, shape=f"{base}shapes#")
        self._own = f"^{base}id/"

    def turtle(self) -> str:
        for label in written_labels(self._mapping):
            self._label(label, self._mapping.labels[label])
        for edge in written_edges(self._mapping):
            self._edge(edge)
        self._claim()
        return self._triples.turtle()

    def _label(self, label: str, how: LabelMapping) -> None:
        shape = f"shape:{label}"
        self._triples.node(shape, "rdf:type", "sh:NodeShape")
        self._triples.node(shape, "sh:targetClass", how.classes[0])
        self._triples.words(shape, "rdfs:comment", graph_schema().labels[label].meaning)
        self._triples.node(shape, "sh:nodeKind", "sh:IRI")
        for name, written in how.properties.items():
            self._property(label, name, written)

    def _property(self, label: str, name: str, written: Written) -> None:
        schema, how = graph_schema().labels[label].properties[name], self._mapping.labels[label]
        shape = self._path(label, name, written.predicate)
        shared = [one for other in how.properties.values() for one in _predicates(other) if one == written.predicate]
        needed, single = name in how.needed, schema.type != "strings" and len(shared) == 1
        self._bounds(shape, least=int(needed), most=int(single))
        kinds = targets(self._mapping, written)
        if len(kinds) == 1:
            self._kind(shape, next(iter(kinds)))
        if allowed := self._allowed(how.one_of.get(name, ())):
            self._triples.items(shape, "sh:in", [literal(one) for one in allowed])
        if name == "confidence":
            self._triples.value(shape, "sh:minInclusive", "0", "xsd:integer")
            self._triples.value(shape, "sh:maxInclusive", "1", "xsd:integer")
        times = {(True, True): "exactly one", (False, True): "at most one", (True, False): "at least one"}
        amount = times.get((needed, single), "any number of")
        among = f", one of {', '.join(allowed)}" if allowed else ""
        meaning = schema.meaning.rstrip(".")
        self._triples.words(shape, "sh:message", f"{label}: {amount} {written.predicate}{among} ({meaning}).")

    def _edge(self, name: str) -> None:
        edge, schema = self._mapping.relationships[name], graph_schema().relationships[name]
        for label in schema.start if edge.subject == "start" else schema.end:
            shape = self._path(label, name, edge.predicate)
            self._kind(shape, "node")
            self._triples.value(shape, "sh:pattern", self._own)
            self._triples.words(shape, "sh:message", f"{label}: {edge.predicate} is a node of this graph.")

    def _claim(self) -> None:
        """What a claim has beside its plain properties; see kg.rdf.claims."""
        for predicate in ("rdf:predicate", "rdf:object", "prov:wasDerivedFrom", "oa:hasTarget"):
            shape = self._path("Claim", predicate.partition(":")[2], predicate)
            self._bounds(shape, least=1, most=1)
            self._triples.words(shape, "sh:message", f"Claim: exactly one {predicate}.")
        for cls, predicate in {"oa:TextPositionSelector": "oa:start", "oa:TextQuoteSelector": "oa:exact"}.items():
            label = cls.partition(":")[2]
            self._triples.node(f"shape:{label}", "rdf:type", "sh:NodeShape")
            self._triples.node(f"shape:{label}", "sh:targetClass", cls)
            shape = self._path(label, predicate.partition(":")[2], predicate)
            self._bounds(shape, least=1, most=1)
            self._triples.words(shape, "sh:message", f"Evidence: exactly one {predicate}.")

    def _path(self, label: str, name: str, predicate: str) -> str:
        shape = f"shape:{label}-{name}"
        self._triples.node(f"shape:{label}", "sh:property", shape)
        self._triples.node(shape, "rdf:type", "sh:PropertyShape")
        self._triples.node(shape, "sh:path", predicate)
        return shape

    def _bounds(self, shape: str, *, least: int, most: int) -> None:
        if least:
            self._triples.value(shape, "sh:minCount", str(least), "xsd:integer")
        if most:
            self._triples.value(shape, "sh:maxCount", str(most), "xsd:integer")

    def _kind(self, shape: str, kind: str) -> None:
        if kind == "node":
            self._triples.node(shape, "sh:nodeKind", "sh:IRI")
        else:
            self._triples.node(shape, "sh:datatype", kind)

    def _allowed(self, named: str | tuple[str, ...]) -> tuple[str, ...]:
        lists = {"kinds": tuple(event_kinds()), "statuses": tuple(statuses())}
        return lists[named] if isinstance(named, str) else named


def _predicates(written: Written) -> Iterator[str]:
    yield written.predicate
    if written.also is not None:
        yield from _predicates(written.also)
