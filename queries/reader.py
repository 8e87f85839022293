"""Who answers what a named query asks: all of it within the time that the query has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from kg.store.engine import Engine, Parameters, Rows


class Reader(Protocol):
    """What binding a parameter needs of an engine."""

    def read(self, text: str, parameters: Parameters | None = None) -> Rows:
        """Run a query of ours."""
        ...

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come."""
        ...


class Limited(NamedTuple):
    """An engine each of whose answers has the same time limit, in seconds: changing it takes an engine time."""

    engine: Engine
    seconds: float | None

    def read(self, text: str, parameters: Parameters | None = None) -> Rows:
        """Run a query of ours."""
        return self.engine.read(text, parameters, timeout=self.seconds)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come, however long that takes."""
        return self.engine.stream(text, parameters)
