"""Questions to the graph as the API and the pages ask them: within limits, with cells that JSON has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.dates import BadDateError, parse
from kg.errors import KgError
from kg.serve.limits import Limits
from kg.store.engine import Engine, NotAllowedError, StoreError, TimeLimitError
from kg.views.contacts import Window
from kg.views.explorer.data import TooManyContactsError
from queries import BadParameterError, Column, Table, UnknownQueryError, find_query, run
from queries.table import as_cell

_STATUS: tuple[tuple[type[KgError], int], ...] = (
    (UnknownQueryError, 404),
    (BadParameterError, 400),
    (NotAllowedError, 403),
    (TimeLimitError, 504),
    (TooManyContactsError, 409),
    (StoreError, 400),
)


def status_of(error: KgError) -> int:
    """Return the HTTP status that tells of this error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def window_of(since: str, until: str) -> Window:
    """Return the window between two dates as they are typed.

    Raises:
        BadParameterError: one of them is no date.
    """
    try:
        first, last = (parse(text) if text else None for text in (since, until))
    except BadDateError as error:
        raise BadParameterError(f"since and until take dates: {error}") from error
    return Window(first.earliest if first else None, last.latest if last else None)


def ask_named(engine: Engine, limits: Limits, name: str, given: Mapping[str, str]) -> tuple[Table, bool]:
    """Run a named query; empty parameters are not given. Return at most so many rows, and whether there were more.

    Raises:
        UnknownQueryError: no query has that name.
        BadParameterError: a parameter is unknown, missing, or its value names nothing.
        StoreError: the engine cannot answer, or not in time.
    """
    find_query(name)
    table = run(engine, name, timeout=limits.seconds, **{key: value for key, value in given.items() if value})
    return Table(table.columns, table.rows[: limits.rows]), len(table) > limits.rows


def ask_cypher(engine: Engine, limits: Limits, text: str, parameters: Mapping[str, Any]) -> tuple[Table, bool]:
    """Run a visitor's Cypher as the reader. Return at most so many rows, and whether there were more.

    Raises:
        NotAllowedError: it would write, or read files or the network.
        TimeLimitError: it took too long.
        QueryError: it is no Cypher the engine understands.
    """
    found = engine.read_untrusted(text, dict(parameters), timeout=limits.seconds, limit=limits.rows)
    columns = tuple(Column(name, "text", "") for name in found.columns)
    return Table(columns, [tuple(as_cell(value) for value in row) for row in found.rows]), found.truncated
