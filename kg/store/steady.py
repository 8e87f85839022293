"""Statements of the store's own, whose plan is the same in a graph of any size: each begins at an index.

A server that plans them anew whenever the graph has grown spends more on planning than on the first batches themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from kg.store.engine import Parameters

if TYPE_CHECKING:
    from neo4j import Result


class Transaction(Protocol):
    """What the store needs of a driver's transaction."""

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Result:
        """Run a statement."""
        ...


class Steady:
    """A transaction whose statements are planned once; ``steady`` is :meth:`kg.store.engine.Engine.steady`."""

    def __init__(self, transaction: Transaction, steady: Callable[[str, Parameters], tuple[str, Parameters]]) -> None:
        self._transaction = transaction
        self._steady = steady

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Result:
        """Run a statement."""
        text, given = self._steady(query, parameters or {})
        return self._transaction.run(text, dict(given))
