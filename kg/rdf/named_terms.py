"""The classes and properties that a dump uses, with what they mean: gathered from the mapping and the graph schema."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg.blueprint import claim_attributes, event_kinds, graph_schema
from kg.rdf.mapping import Mapping, Written

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|-")


class NamedTerm(msgspec.Struct, frozen=True):
    """A class or property by its prefixed name. ``to`` is the datatype's prefixed name, or ``node`` for an IRI."""

    name: str
    kind: str
    meanings: tuple[str, ...]
    to: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The local name as words."""
        return _WORD.sub(" ", self.name.partition(":")[2]).lower()


def named_terms(mapping: Mapping) -> list[NamedTerm]:
    """Return every term once, sorted by name, with all its meanings."""
    found: dict[tuple[str, str], tuple[dict[str, None], set[str]]] = {}
    for one in (*_classes(mapping), *_properties(mapping), *_edges(mapping), *_claims()):
        meanings, to = found.setdefault((one.name, one.kind), ({}, set()))
        meanings.update(dict.fromkeys(one.meanings))
        to |= one.to
    return [NamedTerm(*key, tuple(meanings), frozenset(to)) for key, (meanings, to) in sorted(found.items())]


def written_labels(mapping: Mapping) -> list[str]:
    """Return the labels that a dump has, in the order of schema/graph.yaml."""
    return [label for label in graph_schema().labels if mapping.labels[label].classes]


def written_edges(mapping: Mapping) -> list[str]:
    """Return the relationship types that a dump has: those whose nodes it has."""
    written, types = set(written_labels(mapping)), graph_schema().relationships
    return [name for name, one in types.items() if written.issuperset((*one.start, *one.end))]


def targets(mapping: Mapping, how: Written) -> frozenset[str]:
    """Return what the objects of a property can be; see :class:`NamedTerm`."""
    if how.how in {"reference", "term"}:
        return frozenset({"node"})
    if how.how == "address" or "{}" in how.how:
        return frozenset({"node", "xsd:string"})
    return frozenset({"rdf:langString" if how.how == "english" else mapping.datatypes.get(how.how, "xsd:string")})


def _classes(mapping: Mapping) -> Iterator[NamedTerm]:
    schema = graph_schema()
    for label in written_labels(mapping):
        for name in mapping.labels[label].classes:
            yield NamedTerm(name, "class", (schema.labels[label].meaning,))
        for second, name in mapping.labels[label].second.items():
            yield NamedTerm(name, "class", (f"A source of the kind {second.lower()}.",))
    for kind in event_kinds().values():
        yield NamedTerm(f"kg:{kind.label}", "class", (kind.meaning,))
    yield NamedTerm("kg:Contact", "class", ("An event that two or more sides take part in.",))
    for second in ("Readout", "Record"):
        yield NamedTerm(f"kg:{second}", "class", (f"A source of the kind {second.lower()}.",))
    for edge in written_edges(mapping):
        node = mapping.relationships[edge].node
        for name in node.classes if node else ():
            yield NamedTerm(name, "class", (schema.relationships[edge].meaning,))


def _properties(mapping: Mapping) -> Iterator[NamedTerm]:
    schema = graph_schema()
    for label in written_labels(mapping):
        for name, how in mapping.labels[label].properties.items():
            meaning = f"{label}: {schema.labels[label].properties[name].meaning}"
            yield from _ways(mapping, how, meaning)
    for edge in written_edges(mapping):
        node = mapping.relationships[edge].node
        for name, how in node.properties.items() if node else ():
            yield from _ways(mapping, how, f"Tenure: {schema.relationships[edge].properties[name].meaning}")


def _ways(mapping: Mapping, how: Written, meaning: str) -> Iterator[NamedTerm]:
    yield NamedTerm(how.predicate, "property", (meaning,), targets(mapping, how))
    if how.also is not None:
        yield from _ways(mapping, how.also, meaning)


def _edges(mapping: Mapping) -> Iterator[NamedTerm]:
    for name in written_edges(mapping):
        edge, meaning = mapping.relationships[name], graph_schema().relationships[name].meaning
        yield NamedTerm(edge.predicate, "property", (meaning,), frozenset({"node"}))
        if edge.node is not None:
            yield NamedTerm(edge.node.other_end, "property", ("The office of a tenure.",), frozenset({"node"}))


def _claims() -> Iterator[NamedTerm]:
    """What claims say of things: used as the predicate of a claim, and never asserted by itself."""
    for name, one in claim_attributes().items():
        meaning = f"As the predicate of a claim about an {one.thing}: {one.meaning}"
        yield NamedTerm(f"kg:{name.replace('_', '-')}", "property", (meaning,), frozenset({"node", "xsd:string"}))
