"""From the driver's own kinds of values to Python's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from neo4j import Record
from neo4j.time import Date, DateTime, Time

_PLAIN = frozenset({str, int, float, bool, type(None)})


def native_row(record: Record) -> tuple[Any, ...]:
    """Return the values of a record. Most are plain and pass without a call: millions come here."""
    return tuple([value if type(value) in _PLAIN else native(value) for value in tuple.__iter__(record)])


def native(value: Any) -> Any:
    """Return dates and times as those of ``datetime``, also inside lists and maps; nodes stay as they are."""
    convert = _NATIVE.get(type(value))
    return value if convert is None else convert(value)


def _day(value: Date) -> date:
    return date.fromordinal(value.to_ordinal())


def _list(value: list[Any]) -> list[Any]:
    return [one if type(one) in _PLAIN else native(one) for one in value]


def _map(value: dict[str, Any]) -> dict[str, Any]:
    return {key: native(one) for key, one in value.items()}


_NATIVE: dict[type, Callable[[Any], Any]] = {
    Date: _day, DateTime: DateTime.to_native, Time: Time.to_native, list: _list, dict: _map,
}  # fmt: skip
