"""From the driver's own kinds of values to Python's."""

from __future__ import annotations

from typing import Any

from neo4j.time import Date, DateTime, Time

_PLAIN = frozenset({str, int, float, bool, type(None)})


def native(value: Any) -> Any:
    """Return dates and times as those of ``datetime``, also inside lists and maps; nodes stay as they are."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list:
        return [native(one) for one in value]
    if kind is dict:
        return {key: native(one) for key, one in value.items()}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    return value
