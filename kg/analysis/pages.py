"""Rows of a table read page by page, in the order of their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.store.engine import Engine
from kg.store.pages import End, between, page_bounds

PAGE = 2_000
"""Nodes of a page."""


def node_rows(engine: Engine, end: End, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield key, properties and labels of each node of a label, in the order of keys; its own label stands first."""
    wanted = ", ".join([f"n.{end.key}", *(f"n.`{name}`" for name in names), "labels(n)"])
    text = f"{between(end, 'n')} RETURN {wanted}"
    for bounds in page_bounds(engine, end, PAGE):
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
    text = f"{between(paged, 'a' if from_start else 'b')} {step} RETURN {wanted}"
    for bounds in page_bounds(engine, paged, PAGE):
        found = engine.read(text, bounds).rows
        for row in sorted(found, key=lambda row: (row[first], row[1 - first], str(row[2:]))):
            yield (*row, kind)


def _count(engine: Engine, end: End) -> int:
    ((count,),) = engine.read(f"MATCH (n:{end.label}) RETURN count(n)").rows
    return int(count)
