"""What a function of a few short texts gave, kept: tables say the same states, offices and days again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

R = TypeVar("R")
_MOST = 8_192
_LONGEST = 200
"""Characters of what is kept: a cell may be megabytes, and thousands of them are kept."""


def remembered(function: Callable[..., R]) -> Callable[..., R]:
    """Return a function that gives the same and works it out once for texts that come again.

    It must depend on its texts alone. What it raises is not kept.
    """
    kept = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def answer(*texts: str) -> R:
        return kept(*texts) if sum(map(len, texts)) < _LONGEST else function(*texts)

    return answer
