"""What is found at an item of a sentence, and asked for by several rules: it is looked for once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Asked(Protocol):
    """Who keeps what was found: by what was asked, and of which item."""

    found: dict[tuple[str, int], Any]


_Who = TypeVar("_Who", bound=Asked)
_What = TypeVar("_What")


def once(find: Callable[[_Who, int], _What]) -> Callable[[_Who, int], _What]:
    """Keep what a method finds at an item, which hangs on the words and the groups of the sentence alone."""
    name = find.__name__

    @wraps(find)
    def asked(self: _Who, at: int) -> _What:
        found, key = self.found, (name, at)
        if key not in found:
            found[key] = find(self, at)
        known: _What = found[key]
        return known

    return asked
