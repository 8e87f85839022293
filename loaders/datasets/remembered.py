"""What a function of a few short texts gave, kept: tables say the same states, offices and days again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

R = TypeVar("R")
_MOST = 4_096
_LONGEST = 2_000
"""Characters of what is kept: a cell may be megabytes, and thousands of them are kept."""


def remembered(function: Callable[..., R]) -> Callable[..., R]:
    """Return a function that gives the same and works it out once for texts that come again.

    It must depend on its texts alone. What it raises is not kept.
    """
    kept: dict[tuple[str, ...], R] = {}

    @wraps(function)
    def answer(*texts: str) -> R:
        if texts in kept:  # the length is of no matter to what is there: looking is most of the work
            return kept[texts]
        found = function(*texts)
        if len(kept) >= _MOST:
            kept.clear()
        if sum(map(len, texts)) < _LONGEST:
            kept[texts] = found
        return found

    return answer
