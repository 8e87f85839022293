"""Lines sorted over the whole dump, in constant memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heapreplace
from typing import TypeAlias

from kg.errors import KgError
from kg.rdf.slots import whole_lines

Run: TypeAlias = tuple[list[str], list[str]]
"""Some nodes in the order of their ids: the beginning of all lines of each (``<https://example.org/kg/id/claim-x``),
and its lines, sorted."""


class OutOfOrderError(KgError):
    """Subjects did not come in the order of their ids."""


def sorted_blocks(streams: Iterable[Iterable[Run]]) -> Iterator[str]:
    """Yield blocks of lines, so that all lines are in the order of their bytes.

    Each stream has its nodes in the order of their beginnings. One beginning may be the beginning of another
    (``topic-us`` and ``topic-us-trade``, where ``>`` sorts behind ``-``): lines wait until no later node can come
    before them.

    Raises:
        OutOfOrderError: a stream is in another order.
    """
    waiting, last = _Waiting(), ""
    for beginnings, lines in _merged(streams):
        _check_order(last, beginnings)
        if waiting.is_before(beginnings[0]) and not any(map(str.startswith, beginnings[1:], beginnings)):
            yield "".join([waiting.replace(beginnings[-1], lines[-1]), *lines[:-1]])
        else:
            for beginning, text in zip(beginnings, lines, strict=True):
                yield waiting.add(beginning, text)
        last = beginnings[-1]
    yield waiting.replace("", "")


def _merged(streams: Iterable[Iterable[Run]]) -> Iterator[Run]:
    """Yield the runs of all streams, cut where one of another stream comes between."""
    rests = [iter(stream) for stream in streams]
    heads = [(run[0][0], number, run) for number, rest in enumerate(rests) if (run := _next(rest))]
    heapify(heads)
    while heads:
        _, number, run = heads[0]
        cut = max(1, bisect_left(run[0], min(heads[1:3])[0])) if len(heads) > 1 else len(run[0])
        yield (run[0][:cut], run[1][:cut]) if cut < len(run[0]) else run
        rest = (run[0][cut:], run[1][cut:]) if cut < len(run[0]) else _next(rests[number])
        if rest is None:
            heappop(heads)
        else:
            heapreplace(heads, (rest[0][0], number, rest))


def _next(runs: Iterator[Run]) -> Run | None:
    return next((run for run in runs if run[0]), None)


def _check_order(last: str, beginnings: list[str]) -> None:
    for before, one in zip([last, *beginnings], beginnings, strict=False):
        if one < before:
            raise OutOfOrderError(f"{one} came after {before}: the engine sorts ids in another way")


class _Waiting:
    """Lines that a later node may come before: those of a node, and of others that begin with its beginning."""

    def __init__(self) -> None:
        self._first = self._text = ""

    def is_before(self, beginning: str) -> bool:
        """Tell whether all that waits comes before the lines that begin so."""
        return not self._text or not beginning.startswith(self._first)

    def replace(self, beginning: str, text: str) -> str:
        """Return what waits; now other lines do."""
        done, self._first, self._text = self._text, beginning, text
        return done

    def add(self, beginning: str, text: str) -> str:
        """Return what need wait no more."""
        if self.is_before(beginning):
            return self.replace(beginning, text)
        held = whole_lines(self._text)
        before = bisect_left(held, beginning)
        self._text = "".join(sorted([*held[before:], *whole_lines(text)]))
        return "".join(held[:before])
