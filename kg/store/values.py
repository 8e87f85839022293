"""From the driver's own kinds of values to Python's."""

from __future__ import annotations

from typing import Any

from neo4j import Record
from neo4j.time import Date, DateTime, Time

_PLAIN = frozenset({str, int, float, bool, type(None)})


def native_row(record: Record) -> tuple[Any, ...]:
    """Return the values of a record. Most are plain and pass without a call: millions come here."""
    return tuple([value if type(value) in _PLAIN else native(value) for value in tuple.__iter__(record)])


def native(value: Any) -> Any:
    """Return dates and times as those of ``datetime``, also inside lists and maps; nodes stay as they are."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list:
        return [one if type(one) in _PLAIN else native(one) for one in value]
    if kind is dict:
        return {key: native(one) for key, one in value.items()}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    return value
