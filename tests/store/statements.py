"""What a test writes with one statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from neo4j import ManagedTransaction, ResultSummary


def statement(text: str, **values: Any) -> Callable[[ManagedTransaction], ResultSummary]:
    """Return the work of one statement, as ``Engine.write`` takes it."""
    return lambda transaction: transaction.run(text, values).consume()
