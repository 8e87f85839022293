"""The nodes of a label page by page: no engine sorts them, keeps them, or reads past a time limit for them.

A page is read in two steps: which key it ends with, which an index answers, and then all between that and the page
before; so it is right in whatever order the engine finds keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.store.engine import Engine


class End(NamedTuple):
    """A label, and the property that tells its nodes apart."""

    label: str
    key: str


def page_end(engine: Engine, end: End, after: str, size: int) -> tuple[str, int]:
    """Return the last key of the page behind a key, and how many it has: fewer than ``size`` where it is the last."""
    text = (
        f"MATCH (n:{end.label}) WHERE n.{end.key} > $after WITH n.{end.key} AS key LIMIT $page "
        "RETURN max(key) AS until, count(key) AS many"
    )
    ((until, many),) = engine.read(text, {"after": after, "page": size}).rows
    return until, many


def page_bounds(engine: Engine, end: End, size: int) -> Iterator[dict[str, str]]:
    """Yield the parameters of :func:`between` for each page of so many nodes."""
    after, many = "", size
    while many == size:
        until, many = page_end(engine, end, after, size)
        if many:
            yield {"after": after, "until": until}
            after = until


def between(end: End, name: str) -> str:
    """Return the pattern of the nodes of a page, under a name: behind ``$after``, up to and with ``$until``."""
    return f"MATCH ({name}:{end.label}) WHERE {name}.{end.key} > $after AND {name}.{end.key} <= $until"
