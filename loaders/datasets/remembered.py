"""What a function of a few short texts gave, kept: tables say the same states, offices and days again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

K = TypeVar("K", bound=str | tuple[str, ...])
R = TypeVar("R")
_LONGEST = 2_000
"""Characters of a text that is kept: a cell may be megabytes."""
_MOST = 2**21
"""Characters of all texts that one function keeps, each with what it takes to keep it."""
_EACH = 64


def remembered(function: Callable[..., R]) -> Callable[..., R]:
    """Return a function that gives the same and works it out once for texts that come again.

    It must depend on its texts alone. What it raises is not kept.
    """

    def find(texts: tuple[str, ...]) -> R:
        return function(*texts)

    kept = _Kept(find)

    @wraps(function)
    def answer(*texts: str) -> R:
        return kept[texts]

    return answer


def looked_up(function: Callable[[K], R]) -> Callable[[K], R]:
    """Return the same for a function of one text, or of one tuple of texts: it takes a third of the time."""
    return _Kept(function).__getitem__


class _Kept(dict[K, R], Generic[K, R]):
    """What was found; a dictionary asks for what it does not have."""

    def __init__(self, find: Callable[[K], R]) -> None:
        self._find, self._held = find, 0

    def __missing__(self, key: K) -> R:
        found = self._find(key)
        size = len(key) if isinstance(key, str) else sum(map(len, key))
        if size < _LONGEST:
            self._hold(size + _EACH)
            self[key] = found
        return found

    def _hold(self, size: int) -> None:
        self._held += size
        if self._held > _MOST:
            self.clear()
            self._held = size
