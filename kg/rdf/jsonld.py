"""A dump as JSON-LD, one line a node, streamed. pyoxigraph's own writer has no ``@context``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

import pyoxigraph

from kg.rdf.context import context
from kg.rdf.mapping import Mapping

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
Value: TypeAlias = str | dict[str, str]


def jsonld_lines(quads: Iterable[pyoxigraph.Quad], mapping: Mapping) -> Iterator[bytes]:
    """Yield the file. Quads of one subject must follow one another, as they do in a sorted dump."""
    names = _Names(mapping)
    yield b'{"@context": ' + _json(names.context) + b',\n"@graph": ['
    before = b"\n"
    for (subject, graph), several in groupby(quads, key=lambda quad: (str(quad.subject), _graph(quad))):
        node = names.node(subject[1:-1], several)
        yield before + _json({"@id": graph, "@graph": [node]} if graph else node)
        before = b",\n"
    yield b"\n]}\n"


def _graph(quad: pyoxigraph.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, pyoxigraph.NamedNode) else ""


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


class _Names:
    """Prefixed names, and the values that a predicate's own datatype makes short."""

    def __init__(self, mapping: Mapping) -> None:
        self.context = context(mapping)
        self._prefixes = sorted(((iri, name) for name, iri in mapping.prefixes.items()), reverse=True)
        self._short: dict[str, str] = {}
        typed = {name: one["@type"] for name, one in self.context.items() if isinstance(one, dict)}
        self._typed = {name: to if to == "@id" else mapping.iri(to) for name, to in typed.items()}

    def node(self, subject: str, quads: Iterable[pyoxigraph.Quad]) -> dict[str, object]:
        found: dict[str, list[Value]] = {}
        for quad in quads:
            if quad.predicate.value == _TYPE and isinstance(quad.object, pyoxigraph.NamedNode):
                found.setdefault("@type", []).append(self._name(quad.object.value))
                continue
            name = self._name(quad.predicate.value)
            found.setdefault(name, []).append(self._value(self._typed.get(name, ""), quad.object))
        return {"@id": subject, **{name: values if len(values) > 1 else values[0] for name, values in found.items()}}

    def _value(self, typed: str, term: object) -> Value:
        if isinstance(term, pyoxigraph.NamedNode):
            return term.value if typed == "@id" else {"@id": term.value}
        if not isinstance(term, pyoxigraph.Literal):
            raise TypeError(f"JSON-LD has no way to write {term}")
        if term.language:
            return {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == (typed or _STRING):
            return term.value
        return {"@value": term.value} if datatype == _STRING else {"@value": term.value, "@type": datatype}

    def _name(self, iri: str) -> str:
        if iri not in self._short:
            fits = (f"{name}:{iri[len(space) :]}" for space, name in self._prefixes if iri.startswith(space))
            self._short[iri] = next(fits, iri)
        return self._short[iri]
