"""Rows of a table read page by page: no engine sorts them, keeps them, or reads past a time limit for them.

A page is read in two steps: which key it ends with, which an index answers, and then all between that and the page
before; so it is right in whatever order the engine finds keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kg.store.engine import Engine

PAGE = 2_000
"""Nodes of a page."""


class End(NamedTuple):
    """A label, and the property that tells its nodes apart."""

    label: str
    key: str


def node_rows(engine: Engine, end: End, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield key, properties and labels of each node of a label, in the order of keys; its own label stands first."""
    wanted = ", ".join([f"n.{end.key}", *(f"n.`{name}`" for name in names), "labels(n)"])
    text = f"{_between(end, 'n')} RETURN {wanted}"
    for bounds in _pages(engine, end):
        for row in sorted(engine.read(text, bounds).rows, key=lambda row: str(row[0])):
            yield (*row[:-1], sorted(row[-1], key=lambda one: (one != end.label, one)))


def relationship_rows(
    engine: Engine, kind: str, ends: tuple[End, End], names: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield both keys, the properties and the type of each relationship, by the keys of the more numerous end.

    A page has so many nodes of that end: each has few relationships, where one of the other may have a million.
    """
    start, end = ends
    wanted = ", ".join([f"a.{start.key}", f"b.{end.key}", *(f"r.`{name}`" for name in names)])
    from_start = _count(engine, start) >= _count(engine, end)
    paged, first = (start, 0) if from_start else (end, 1)
    step = f"MATCH (a)-[r:{kind}]->(b:{end.label})" if from_start else f"MATCH (b)<-[r:{kind}]-(a:{start.label})"
    text = f"{_between(paged, 'a' if from_start else 'b')} {step} RETURN {wanted}"
    for bounds in _pages(engine, paged):
        found = engine.read(text, bounds).rows
        for row in sorted(found, key=lambda row: (row[first], row[1 - first], str(row[2:]))):
            yield (*row, kind)


def _pages(engine: Engine, end: End) -> Iterator[dict[str, str]]:
    """Yield the bounds of each page, the first of them not in it."""
    text = (
        f"MATCH (n:{end.label}) WHERE n.{end.key} > $after WITH n.{end.key} AS key LIMIT $page "
        "RETURN max(key) AS until, count(key) AS many"
    )
    after, many = "", PAGE
    while many == PAGE:
        ((until, many),) = engine.read(text, {"after": after, "page": PAGE}).rows
        if many:
            yield {"after": after, "until": until}
            after = until


def _between(end: End, name: str) -> str:
    return f"MATCH ({name}:{end.label}) WHERE {name}.{end.key} > $after AND {name}.{end.key} <= $until"


def _count(engine: Engine, end: End) -> int:
    ((count,),) = engine.read(f"MATCH (n:{end.label}) RETURN count(n)").rows
    return int(count)
