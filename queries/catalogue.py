"""Finding the query files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from queries.errors import UnknownQueryError, did_you_mean
from queries.header import Query, parse_query

_FOLDER = Path(__file__).resolve().parent


@cache
def query_names() -> tuple[str, ...]:
    """Return the names of all queries, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.cypher")))


@cache
def find_query(name: str) -> Query:
    """Return the query of that name.

    Raises:
        UnknownQueryError: there is none; the message has names spelled nearly so.
        QueryFileError: its file is not as it must be.

    """
    if name not in query_names():
        hint = did_you_mean(name, query_names(), "'kg query' lists them")
        raise UnknownQueryError(f"no query {name!r}: {hint}")
    return parse_query(name, (_FOLDER / f"{name}.cypher").read_text(encoding="utf-8"))


def families() -> dict[str, list[Query]]:
    """Return all queries by family, families and queries sorted."""
    found: dict[str, list[Query]] = {}
    for query in sorted(map(find_query, query_names()), key=lambda query: (query.family, query.name)):
        found.setdefault(query.family, []).append(query)
    return found
