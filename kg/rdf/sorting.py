"""Lines sorted over the whole dump, in constant memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.errors import KgError
from kg.rdf.slots import whole_lines


class OutOfOrderError(KgError):
    """Subjects did not come in the order of their ids."""


def sorted_blocks(groups: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield blocks of lines, so that all lines are in the order of their bytes.

    A group is the beginning of its lines (``<https://example.org/kg/id/claim-x``) and the lines, sorted; groups come
    in the order of their beginnings. One beginning may be the beginning of another (``topic-us`` and
    ``topic-us-trade``, where ``>`` sorts behind ``-``): lines wait until no later group can come before them.
    """
    waiting = first = last = ""
    for beginning, lines in groups:
        if beginning < last:
            raise OutOfOrderError(f"{beginning} came after {last}: the engine sorts ids in another way")
        last = beginning
        if not beginning.startswith(first) or not waiting:
            yield waiting
            waiting, first = lines, beginning
        else:
            held = whole_lines(waiting)
            before = bisect_left(held, beginning)
            yield "".join(held[:before])
            waiting = "".join(sorted([*held[before:], *whole_lines(lines)]))
    yield waiting
