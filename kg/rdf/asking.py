"""SPARQL over a dump or a part of the graph, in memory. A question cannot change anything."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TypeAlias

import pyoxigraph

from kg.errors import KgError
from kg.rdf.mapping import read_mapping

Answer: TypeAlias = tuple[tuple[str, ...], list[tuple[str, ...]]]


class SparqlError(KgError):
    """The question is no SPARQL, or asks for what is not allowed."""


def store_of(chunks: Iterable[bytes]) -> pyoxigraph.Store:
    """Return a store in memory with the lines of a dump."""
    store = pyoxigraph.Store()
    for chunk in chunks:
        store.bulk_extend(pyoxigraph.parse(BytesIO(chunk), format=pyoxigraph.RdfFormat.N_QUADS))
    return store


def ask(store: pyoxigraph.Store, text: str, base: str) -> Answer:
    """Return the columns and the rows. The prefixes of schema/rdf.yaml need no declaration; all graphs are one.

    Raises:
        SparqlError: the text is no SPARQL query.
    """
    if "service" in text.casefold().split():
        raise SparqlError("SERVICE would ask another machine: export the data, and ask there")
    try:
        found = store.query(text, prefixes=read_mapping(base).prefixes, use_default_graph_as_union=True)
        return _rows(found)
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise SparqlError(f"SPARQL: {' '.join(str(error).split())}") from error


def _rows(found: object) -> Answer:
    if isinstance(found, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return columns, [tuple(_text(solution[name]) for name in columns) for solution in found]
    if isinstance(found, pyoxigraph.QueryBoolean):
        return ("answer",), [("true" if found else "false",)]
    if isinstance(found, pyoxigraph.QueryTriples):
        rows: list[tuple[str, ...]] = [(_text(one.subject), _text(one.predicate), _text(one.object)) for one in found]
        return ("subject", "predicate", "object"), sorted(rows)
    raise SparqlError("SPARQL: a query is a SELECT, ASK, CONSTRUCT or DESCRIBE")


def _text(term: object) -> str:
    if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal):
        return term.value
    return "" if term is None else str(term)
