"""From a node of the graph to the lines that say the same in N-Triples. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Values
from datetime import date
from typing import Any, TypeAlias

from kg.model import make_id
from kg.rdf.claims import ClaimWriter
from kg.rdf.cursors import Edge, Node
from kg.rdf.mapping import EdgeNode, Mapping, Written
from kg.rdf.terms import check_id, english, is_web_address, literal

Encoder: TypeAlias = Callable[[Any], str]
Way: TypeAlias = tuple[str, Encoder]
"""The end of the subject with the predicate, as lines have them, and how the object is written."""
Properties: TypeAlias = Iterable[tuple[str, list[Way]]]

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
_TYPE = "rdf:type"
_SAID_IN = frozenset({"STATED_IN", "MENTIONED_IN"})


class Describer:
    """Writes nodes by the mapping; the options are those of :func:`kg.rdf.dump.lines_of`."""

    def __init__(
        self, mapping: Mapping, base: str, *, texts: bool = False, by_source: bool = False, rdf12: bool = False
    ) -> None:
        self._by_source = by_source
        self._mapping = mapping
        self._base = f"{base}id/"
        self._type = f"<{mapping.iri(_TYPE)}>"
        self._left_out = frozenset() if texts else frozenset({("Source", "text")})
        self._properties = {
            label: [
                (name, list(self._written(how)))
                for name, how in one.properties.items()
                if (label, name) not in self._left_out
            ]
            for label, one in mapping.labels.items()
        }
        self._classes = {
            label: [f"> {self._type} <{mapping.iri(name)}> .\n" for name in one.classes]
            for label, one in mapping.labels.items()
        }
        self._edges = {kind: f"> <{mapping.iri(edge.predicate)}> " for kind, edge in mapping.relationships.items()}
        self._claims = ClaimWriter(mapping, self._base, rdf12=rdf12)

    def group(self, node: Node) -> tuple[str, list[str]]:
        """Return the beginning of all lines of a node, and the lines in their order, each once."""
        beginning = f"<{self._base}{check_id(node.id)}"
        lines = [beginning + end for end in self._classes[node.label]]
        if len(node.labels) > 1:
            lines += [beginning + end for end in self._second_classes(node)]
        lines += _values(beginning, self._properties[node.label], node.properties)
        for edge in node.edges:
            lines += self._edge_lines(node.id, beginning, edge)
        if node.label == "Claim":
            lines += self._claims.lines(node)
        if self._by_source and (source := _source_of(node)):
            lines = [f"{line[:-2]}<{self._base}{check_id(source)}> .\n" for line in lines]
        return beginning, sorted(set(lines))

    def _second_classes(self, node: Node) -> Iterator[str]:
        second = self._mapping.labels[node.label].second
        for label in node.labels:
            if label != node.label:
                yield f"> {self._type} <{self._mapping.iri(second.get(label, f'kg:{label}'))}> .\n"

    def _edge_lines(self, node_id: str, beginning: str, edge: Edge) -> Iterable[str]:
        how = self._mapping.relationships[edge.type]
        if how.node is not None:
            return self._tenure_lines(node_id, beginning, edge, how.node)
        return (f"{beginning}{self._edges[edge.type]}<{self._base}{check_id(edge.other)}> .\n",)

    def _tenure_lines(self, node_id: str, beginning: str, edge: Edge, how: EdgeNode) -> list[str]:
        """A relationship with properties: a node of its own, named after both ends and its beginning."""
        key = make_id(how.name, edge.other, str(edge.properties.get("start", "")))
        own = f"<{self._base}{check_id(node_id)}#{key}"
        properties = [(name, list(self._written(one))) for name, one in how.properties.items()]
        return [
            f"{beginning}{self._edges[edge.type]}{own}> .\n",
            *(f"{own}> {self._type} <{self._mapping.iri(name)}> .\n" for name in how.classes),
            f"{own}> <{self._mapping.iri(how.other_end)}> <{self._base}{check_id(edge.other)}> .\n",
            *_values(own, properties, edge.properties),
        ]

    def _written(self, how: Written) -> Iterator[Way]:
        yield f"> <{self._mapping.iri(how.predicate)}> ", self._encoder(how)
        if how.also is not None:
            yield from self._written(how.also)

    def _encoder(self, how: Written) -> Encoder:
        if "{}" in how.how:
            return _templated(how)
        if how.how == "term":
            terms = {value: f"<{self._mapping.iri(name)}>" for value, name in how.terms.items()}
            return lambda value: terms.get(str(value), "")
        if how.how == "reference":
            return lambda value: f"<{self._base}{check_id(str(value))}>"
        datatype = self._mapping.datatypes.get(how.how, "")
        whole = self._mapping.iri(datatype) if datatype else ""
        plain = _PLAIN[how.how]
        return lambda value: plain(value, whole)


def _values(beginning: str, properties: Properties, values: Values[str, Any]) -> list[str]:
    """The lines of what a node has; nothing for what is missing or cannot be written."""
    lines = []
    for name, ways in properties:
        value = values.get(name)
        if value is None or value == "":
            continue
        for one in value if type(value) is list else (value,):
            for predicate, encode in ways:
                if term := encode(one):
                    lines.append(f"{beginning}{predicate}{term} .\n")
    return lines


def _source_of(node: Node) -> str:
    """Return the id of the source that says a node, empty for what several sources may say."""
    if node.label == "Source":
        return node.id
    return next((edge.other for edge in node.edges if edge.type in _SAID_IN), "")


def _templated(how: Written) -> Encoder:
    pattern = re.compile(how.match)

    def encode(value: Any) -> str:
        match = pattern.fullmatch(str(value))
        if match is None:
            return literal(str(value))
        return f"<{how.how.replace('{}', match[1] if pattern.groups else match[0])}>"

    return encode


def _day(value: Any, datatype: str) -> str:
    day = value if isinstance(value, date) else date.fromisoformat(str(value))
    return literal(f"{day.year:04d}-{day.month:02d}-{day.day:02d}", datatype)


def _time(value: Any, datatype: str) -> str:
    text = str(value)
    return literal(text, datatype if _TIME.fullmatch(text) else "")


def _float(value: Any, datatype: str) -> str:
    return literal(repr(float(value)).replace("inf", "INF").replace("nan", "NaN"), datatype)


_PLAIN: dict[str, Callable[[Any, str], str]] = {
    "text": lambda value, _: literal(str(value)),
    "english": lambda value, _: english(str(value)),
    "integer": lambda value, datatype: literal(str(int(value)), datatype),
    "float": _float,
    "boolean": lambda value, datatype: literal("true" if value else "false", datatype),
    "date": _day,
    "time": _time,
    "edtf": lambda value, datatype: literal(str(value), datatype),
    "address": lambda value, _: f"<{value}>" if is_web_address(str(value)) else literal(str(value)),
}
