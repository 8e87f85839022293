"""Running a named query."""

from __future__ import annotations

from kg.store.engine import Engine
from queries.catalogue import find_query
from queries.errors import BadParameterError
from queries.header import Query
from queries.parameters import bind
from queries.table import Table, plain

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
    bound = bind(query, parameters, engine)
    found = engine.read(query.text, bound, timeout=timeout)
    if not found.rows:
        _check_ids(engine, query, bound)
    return Table(query.columns, [tuple(plain(value) for value in row) for row in found.rows])


def _check_ids(engine: Engine, query: Query, bound: dict[str, object]) -> None:
    """No rows because nothing has that id is a mistake worth telling; asked only then, to save a question."""
    for parameter in query.parameters:
        text, value = _EXISTS.get(parameter.type), bound[parameter.name]
        if text and value is not None and not engine.read(text, {"id": value}).rows[0][0]:
            raise BadParameterError(f"{parameter.name}: the graph has no {parameter.type} {value!r}")
