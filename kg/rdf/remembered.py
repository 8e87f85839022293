"""What was made of a value before is made again by looking it up, while the values are few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

MOST = 1_000
"""Values that are remembered. Columns have either fewer of them (licences, times of recording) or no end of them."""


class Remembered(dict[Any, str]):
    """The texts of values, made when they are first asked for; equal values must have equal texts."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> str:
        text = self._make(value)
        if len(self) < MOST:
            self[value] = text
        return text

    def all_of(self, values: Sequence[Any]) -> list[str]:
        """Return the text of each value."""
        return list(map(self.__getitem__ if len(self) < MOST else self._make, values))
