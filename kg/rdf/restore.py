"""A dump read back into an empty graph: nodes first, then relationships, in transactions of a few thousand rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph

from kg.dates import BadDateError, parse
from kg.errors import KgError
from kg.rdf.check import base_of
from kg.rdf.mapping import read_mapping
from kg.rdf.reading import quads_in
from kg.rdf.undescribe import RDF, Link, Objects, Undescriber
from kg.store.engine import Engine
from kg.store.officials import tenure_key
from kg.store.schema import apply_schema

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

ROWS = 4_000
_OA = "http://www.w3.org/ns/oa#"


class NotEmptyError(KgError):
    """A dump is only read into an empty graph."""


def restore(file: Path, engine: Engine) -> int:
    """Read a sorted dump of all of a graph into an empty one; return how many nodes it has.

    Texts of sources, and the counts and capacities that schema/rdf.yaml leaves out of relationships, are not in a dump.

    Raises:
        NotEmptyError: there is something in the graph.
        BrokenDumpError: the dump cannot be read to its end; nothing was written.
    """
    reader = _Reader(file)
    apply_schema(engine)
    if engine.read("MATCH (s:Source) RETURN s.id LIMIT 1").rows:
        raise NotEmptyError("a dump is read into an empty graph, and this one has sources: name another with --uri")
    count = _write_nodes(engine, reader.nodes())
    _write_links(engine, reader)
    return count


class _Reader:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = Undescriber(read_mapping(base_of(file)), f"{base_of(file)}id/")
        iri = self._read.mapping.iri
        self._code, self._name = iri("kg:code"), iri("skos:prefLabel")
        self._known: dict[str, str] = {}
        for node, objects in self._subjects():
            if node.startswith(("organization-", "extractor-")):
                name = self._code if node.startswith("organization-") else self._name
                self._known[node] = objects[name][0].value

    def label(self, node: str) -> str:
        return self._read.label(node)

    def nodes(self) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
        """Yield the labels and the properties of each node."""
        parts: dict[str, Objects] = {}
        for node, objects in self._subjects():
            own, _, part = node.partition("#")
            label = self._read.label(own)
            if part:
                parts[node] = objects
            elif label:
                properties = {"id": node, **self._read.properties(label, objects), **self._more(label, objects)}
                if label == "Event":
                    properties["recorded"] = properties["known"]  # a dump has no past
                if label == "Claim":
                    properties |= self._evidence(node, parts)
                    parts.clear()
                yield (label, *self._read.second_labels(label, objects)), properties

    def links(self) -> Iterator[Link]:
        """Yield the relationships."""
        for node, objects in self._subjects():
            own, _, part = node.partition("#")
            label = self._read.label(own)
            if label and not part:
                yield from self._read.links(label, node, objects)
            elif part.startswith("tenure-"):
                yield self._tenure(own, objects)

    def _subjects(self) -> Iterator[tuple[str, Objects]]:
        for subject, quads in groupby(quads_in(self._file), key=lambda quad: quad.subject):
            objects: Objects = defaultdict(list)
            for quad in quads:
                if isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal):
                    objects[quad.predicate.value].append(quad.object)
            yield self._read.node_id(subject), objects

    def _tenure(self, official: str, objects: Objects) -> Link:
        edge = self._read.mapping.relationships["HELD_OFFICE"]
        if edge.node is None:
            raise KgError("schema/rdf.yaml: HELD_OFFICE is no node")
        found: dict[str, Any] = {}
        for name, written in edge.node.properties.items():
            for term in objects.get(self._read.mapping.iri(written.predicate), ()):
                found[name] = parse(term.value).earliest if written.how == "date" else term.value
        office = self._read.node_id(objects[self._read.mapping.iri(edge.node.other_end)][0])
        found["key"] = tenure_key(found.get("start", ""), found.get("end", ""))
        return "HELD_OFFICE", official, office, found

    def _more(self, label: str, objects: Objects) -> dict[str, Any]:
        """What a dump says in another way, or what can be had from it."""
        ids = {
            name: [self._read.node_id(one) for one in objects.get(self._read.mapping.iri(name), ())] for name in _ENDS
        }
        if label == "Claim":
            attribute = objects[f"{RDF}predicate"][0].value.removeprefix(self._read.mapping.prefixes["kg"])
            extractors = [self._known[one] for one in ids["prov:wasAttributedTo"]]
            value = self._value(objects[f"{RDF}object"][0])
            return {"attribute": attribute.replace("-", "_"), "value": value, **_first("extractor", extractors)}
        if label == "Mention":
            return _first("source", ids["kg:mentionedIn"])
        if label == "Event":
            return {"sides": sorted(self._side(one) for one in ids["kg:side"])}
        if label == "Office":
            return _first("side", [self._side(one) for one in ids["org:postIn"]])
        return _published(objects) if label == "Source" else {}

    def _value(self, term: pyoxigraph.NamedNode | pyoxigraph.Literal) -> str:
        node = self._read.node_id(term)
        return self._side(node) if node else term.value

    def _side(self, node: str) -> str:
        kind, _, rest = node.partition("-")
        return self._known.get(node, rest.upper() if kind in {"country", "organization"} else rest)

    def _evidence(self, claim: str, parts: dict[str, Objects]) -> dict[str, Any]:
        quote, position = parts[f"{claim}#quote"], parts[f"{claim}#position"]
        start, end = (int(position[f"{_OA}{name}"][0].value) for name in ("start", "end"))
        return {"quote": quote[f"{_OA}exact"][0].value, "start": start, "end": end}


_ENDS = ("prov:wasAttributedTo", "kg:mentionedIn", "kg:side", "org:postIn")


def _first(name: str, values: list[str]) -> dict[str, Any]:
    return {name: values[0]} if values else {}


def _published(objects: Objects) -> dict[str, Any]:
    try:
        days = [parse(term.value).earliest for term in objects.get("http://schema.org/datePublished", ())]
    except BadDateError:
        return {}
    return {"published_earliest": days[0]} if days and days[0] else {}


def _write_nodes(engine: Engine, nodes: Iterable[tuple[tuple[str, ...], dict[str, Any]]]) -> int:
    count = 0
    for batch in _batches(nodes):
        rows: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for labels, properties in batch:
            rows[labels].append(properties)
        texts = {f"UNWIND $rows AS r CREATE (n:{':'.join(labels)}) SET n = r": some for labels, some in rows.items()}
        _run(engine, texts)
        count += len(batch)
    return count


def _write_links(engine: Engine, reader: _Reader) -> int:
    count = 0
    for batch in _batches(reader.links()):
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for kind, start, end, properties in batch:
            ends = f"MATCH (a:{reader.label(start)} {{id: r.a}}) MATCH (b:{reader.label(end)} {{id: r.b}})"
            text = f"UNWIND $rows AS r {ends} CREATE (a)-[e:{kind}]->(b) SET e += r.p"
            rows[text].append({"a": start, "b": end, "p": properties})
        _run(engine, rows)
        count += len(batch)
    return count


def _run(engine: Engine, texts: dict[str, list[dict[str, Any]]]) -> None:
    def work(transaction: ManagedTransaction) -> None:
        for text, rows in texts.items():
            transaction.run(text, {"rows": rows}).consume()

    engine.write(work)


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    held: list[Any] = []
    for item in items:
        held.append(item)
        if len(held) >= ROWS:
            yield held
            held = []
    if held:
        yield held
