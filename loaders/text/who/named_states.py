"""The states that the sentences of a text name: "the two countries" may be those of a sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.vocabulary import is_country
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit

_REMEMBERED = 4
"""Sentences back that are looked at."""


class NamedStates:
    """Where a text names states."""

    def __init__(self, passages: Sequence[Passage], hits: Sequence[Hit]) -> None:
        self._begins = [passage.start for passage in passages]
        self._ends = [passage.end for passage in passages]
        self._named = [(h.start, h.term.side) for h in hits if h.term.code in "CD" and is_country(h.term.side)]

    def before(self, start: int) -> Iterator[list[str]]:
        """Yield the states that each of the last sentences before an offset names, the nearest first."""
        at = bisect_left(self._begins, start)
        for begin, end in list(zip(self._begins[:at], self._ends[:at], strict=True))[: -_REMEMBERED - 1 : -1]:
            first, last = bisect_left(self._named, (begin, "")), bisect_left(self._named, (end, ""))
            yield sorted({side for _, side in self._named[first:last]})
