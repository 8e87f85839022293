"""Running a named query."""

from __future__ import annotations

from collections.abc import Mapping

from kg.store.engine import Engine
from queries.as_of import KNOWN_BY, widen
from queries.catalogue import find_query
from queries.errors import BadParameterError
from queries.header import Query
from queries.parameters import bind
from queries.reader import Limited, Reader
from queries.table import Table, as_cells

_EXISTS = {
    "event": "MATCH (n:Event {id: $id}) RETURN count(n)",
    "claim": "MATCH (n:Claim {id: $id}) RETURN count(n)",
    "official": "MATCH (n:Official {id: $id}) RETURN count(n)",
}


def run(engine: Engine, name: str, /, *, timeout: float | None = None, **parameters: object) -> Table:
    """Run the query of that name and return its rows. ``timeout`` is in seconds.

    Parameters are written as a person would ("Russia", "2025-02"), or given as days, numbers and ids.

    Raises:
        UnknownQueryError: no query has that name.
        BadParameterError: a parameter is unknown, missing, or its value names nothing.
        StoreError: the engine cannot answer; a TimeLimitError where it took too long.

    """
    query = find_query(name)
    reader = Limited(engine, timeout)
    bound = bind(query, parameters, reader)
    text = cypher(query, bound)
    found = reader.read(text, bound)
    if not found.rows:
        _check_ids(reader, query, bound)
    return Table(query.columns, as_cells(query.columns, found.rows))


def cypher(query: Query, bound: Mapping[str, object]) -> str:
    """Return the text that is sent: the query's own, widened to the past where it asks about a moment."""
    return query.text if bound.get(KNOWN_BY) is None else widen(query.text)


def _check_ids(reader: Reader, query: Query, bound: dict[str, object]) -> None:
    """No rows because nothing has that id is a mistake worth telling; asked only then, to save a question."""
    past = bound.get(KNOWN_BY) is not None
    for parameter in (one for one in query.parameters if one.type in _EXISTS):
        text, value = _EXISTS[parameter.type], bound[parameter.name]
        text = widen(text) if past else text
        if value is not None and not reader.read(text, {"id": value}).rows[0][0]:
            raise BadParameterError(f"{parameter.name}: the graph has no {parameter.type} {value!r}")
