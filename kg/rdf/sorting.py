"""Lines sorted over the whole dump, in constant memory."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.errors import KgError


class OutOfOrderError(KgError):
    """Subjects did not come in the order of their ids."""


def sorted_lines(groups: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    """Yield all lines in the order of their bytes.

    A group is the beginning of its lines (``<https://example.org/kg/id/claim-x``) and the lines, sorted; groups come
    in the order of their beginnings. One beginning may be the beginning of another (``topic-us`` and
    ``topic-us-trade``, where ``>`` sorts behind ``-``): lines wait until no later group can come before them.
    """
    waiting: list[str] = []
    last = ""
    for beginning, lines in groups:
        if beginning < last:
            raise OutOfOrderError(f"{beginning} came after {last}: the engine sorts ids in another way")
        last = beginning
        if not waiting or waiting[-1] < beginning:
            yield from waiting
            waiting = lines
        else:
            before = bisect_left(waiting, beginning)
            yield from waiting[:before]
            waiting = list(heapq.merge(waiting[before:], lines))
    yield from waiting
